package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class Blake3ChainTest {
    private final List<SealedEvent> records = Blake3Ledger.records();

    @Test
    void aChainOfBlake3IsVerified() {
        assertThat(Verifications.verdict(records)).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void itsTreeIsOfSha256AllTheSame() {
        GrowingTree expected = new GrowingTree(Frontier.EMPTY);
        for (SealedEvent event : records) {
            Hash leaf = event.header(HashAlgorithm.BLAKE3).leafHash();
            assertThat(leaf).isNotEqualTo(event.eventHash());
            expected.append(leaf);
        }

        assertThat(Verifications.result(records).root())
                .isEqualTo(expected.frontier().root());
    }

    @Test
    void aHashOfSha256InItIsAMismatch() {
        records.set(1, Sealed.rehash(records.get(1)));

        assertThat(Verifications.faults(records)).containsExactly("1 EVENT_HASH_MISMATCH", "2 CHAIN_BROKEN");
    }

    @Test
    void whereTheGenesisIsMissingItsHashIsFoundFromTheFirstRecord() {
        assertThat(Verifications.faults(records.subList(1, 3))).containsExactly("1 PREFIX_MISSING");
    }
}
