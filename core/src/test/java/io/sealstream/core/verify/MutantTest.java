package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The good ledger with one thing changed, for every thing and every record: none gets through. */
class MutantTest {
    private static final List<SealedEvent> VALID = Vectors.ledger("valid");
    private static final TrustedCheckpoint WHOLE = new TrustedCheckpoint(VALID.size(), root());

    private static Hash root() {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        for (SealedEvent event : VALID) {
            tree.append(event.header(HashAlgorithm.SHA_256).leafHash());
        }
        return tree.frontier().root();
    }

    /** Most records are the same in all mutants, so that their signatures need not be checked each time. */
    private static final CertificateVerifier VERIFIER =
            new CertificateVerifier(SignatureSchemes.of(List.of(new RememberingScheme(new Ed25519Scheme()))));

    private static VerificationResult result(List<SealedEvent> records, TrustedCheckpoint... checkpoints) {
        Verification verification = new Verification(VERIFIER, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        List.of(checkpoints).forEach(verification::expect);
        verification.accept(Verifications.lines(records));
        return verification.resultAtEnd();
    }

    private static List<FieldMutation> mutations() {
        return FieldMutation.ALL;
    }

    private static Optional<Sequence> at(int sequence) {
        return Optional.of(new Sequence(sequence));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aChangedFieldIsFoundAtItsRecordOrTheNextOne(FieldMutation mutation) {
        int mutants = 0;
        for (int i = 0; i < VALID.size(); i++) {
            SealedEvent mutant = mutation.apply(VALID.get(i));
            if (!mutant.equals(VALID.get(i))) {
                mutants++;
                VerificationResult result = result(with(i, mutant));
                assertThat(result.verdict(Set.of())).as("record %d", i).isEqualTo(Verdict.TAMPERED);
                assertThat(result.firstBadSequence()).as("record %d", i).isIn(at(i), at(i + 1));
            }
        }
        assertThat(mutants).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aChangedFieldThatWasHashedAgainIsFoundAtItsRecordOrTheNextOrByACheckpoint(FieldMutation mutation) {
        for (int i = 0; i < VALID.size(); i++) {
            SealedEvent mutant = Sealed.rehash(mutation.apply(VALID.get(i)));
            if (!mutant.equals(VALID.get(i))) {
                VerificationResult result = result(with(i, mutant), WHOLE);
                assertThat(result.verdict(Set.of())).as("record %d", i).isEqualTo(Verdict.TAMPERED);
            }
        }
    }

    @Test
    void aDroppedRecordIsFoundAtItsSequence() {
        for (int i = 1; i < VALID.size(); i++) {
            List<SealedEvent> mutant = new ArrayList<>(VALID);
            mutant.remove(i);
            VerificationResult result = result(mutant, WHOLE);
            assertThat(result.firstBadSequence()).contains(new Sequence(i));
        }
    }

    @Test
    void aDoubledRecordIsFoundAtItsSequence() {
        for (int i = 0; i < VALID.size(); i++) {
            List<SealedEvent> mutant = new ArrayList<>(VALID);
            mutant.add(i, VALID.get(i));
            assertThat(result(mutant).firstBadSequence()).contains(new Sequence(i));
        }
    }

    @Test
    void swappedNeighboursAreFoundAtTheFirst() {
        for (int i = 1; i < VALID.size(); i++) {
            List<SealedEvent> mutant = new ArrayList<>(VALID);
            Collections.swap(mutant, i - 1, i);
            assertThat(result(mutant).firstBadSequence().orElseThrow().value()).isBetween(i - 1L, (long) i);
        }
    }

    private static List<SealedEvent> with(int index, SealedEvent mutant) {
        List<SealedEvent> records = new ArrayList<>(VALID);
        records.set(index, mutant);
        return records;
    }
}
