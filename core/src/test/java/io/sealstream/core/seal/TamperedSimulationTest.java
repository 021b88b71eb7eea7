package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.core.seal.Tamperer.Tampered;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verdict;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verifier's own test: whatever one thing is changed in what the sealer made, it is told. */
class TamperedSimulationTest {
    private static final long SEED = 42_024L;
    private static final int CHANGES = 100;

    @ParameterizedTest
    @EnumSource
    void everySingleChangeIsFound(Certification certification) {
        List<SealedEvent> ledger = new Simulation(SEED, certification).run(120).ledger();
        TrustedCheckpoint checkpoint = new TrustedCheckpoint(ledger.size(), root(ledger));
        Tamperer tamperer = new Tamperer(new SplittableRandom(SEED));

        for (int i = 0; i < CHANGES; i++) {
            Tampered tampered = tamperer.tamper(ledger);

            assertThat(Verified.of(tampered.ledger(), checkpoint).verdict(Set.of()))
                    .as("seed %d, certificates %s, change %d: %s", SEED, certification, i, tampered.what())
                    .isEqualTo(Verdict.TAMPERED);
        }
    }

    private static Hash root(List<SealedEvent> ledger) {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        for (SealedEvent record : ledger) {
            tree.append(record.header(HashAlgorithm.SHA_256).leafHash());
        }
        return tree.frontier().root();
    }
}
