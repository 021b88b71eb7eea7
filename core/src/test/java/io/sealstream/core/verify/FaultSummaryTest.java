package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultSummaryTest {
    private static Fault at(FaultKind kind, @Nullable Long sequence) {
        return new Fault(kind, sequence == null ? null : new Sequence(sequence), null, null, null, "");
    }

    private static FaultSummary summary(Fault... faults) {
        FaultLog log = new FaultLog();
        List.of(faults).forEach(log::add);
        return log.summary();
    }

    @Test
    void manyFaultsAreAllCountedAndTheFirstOnesListed() {
        FaultLog log = new FaultLog();
        for (long i = 5_000; i > 0; i--) {
            log.add(at(FaultKind.CHAIN_BROKEN, i));
        }
        FaultSummary summary = log.summary();
        assertThat(summary.total()).isEqualTo(5_000);
        assertThat(summary.listed()).hasSize(FaultSummary.MAX_LISTED);
        assertThat(summary.firstBadSequence()).isEqualTo(new Sequence(1));
    }

    @Test
    void aThousandFaultsOfOneKindHideNoOtherKind() {
        FaultLog log = new FaultLog();
        for (long i = 0; i < 2_000; i++) {
            log.add(at(FaultKind.CHAIN_BROKEN, i));
        }
        log.add(at(FaultKind.INVALID, 2_000L));
        log.add(at(FaultKind.INVALID, 2_001L));
        FaultSummary summary = log.summary().plus(summary(at(FaultKind.CHECKPOINT_MISMATCH, null)));
        assertThat(summary.listed()).hasSize(FaultSummary.MAX_LISTED + 2);
        assertThat(summary.listed().subList(FaultSummary.MAX_LISTED, FaultSummary.MAX_LISTED + 2))
                .containsExactly(at(FaultKind.INVALID, 2_000L), at(FaultKind.CHECKPOINT_MISMATCH, null));
    }

    @Test
    void aSumHasTheFaultsOfBothAndTheLowestSequence() {
        FaultSummary sum = summary(at(FaultKind.INVALID, 7L))
                .plus(summary(at(FaultKind.INVALID, 3L), at(FaultKind.INTAKE_UNSEALED, null)));
        assertThat(sum.listed()).hasSize(3);
        assertThat(sum.counts()).containsEntry(FaultKind.INVALID, 2L).containsEntry(FaultKind.INTAKE_UNSEALED, 1L);
        assertThat(sum.firstBadSequence()).isEqualTo(new Sequence(3));
        assertThat(sum.plus(FaultSummary.NONE)).isEqualTo(sum);
    }

    @Test
    void faultsAtNoSequenceHaveNoFirstBadOne() {
        assertThat(summary(at(FaultKind.TOPIC_REPLACED, null)).firstBadSequence())
                .isNull();
    }

    @Test
    void faultsThatWereFoundElsewhereMakeALedgerTampered() {
        VerificationResult good =
                Verifications.result(LedgerBuilder.ledger().events(1).records());
        VerificationResult bad = good.plus(summary(at(FaultKind.INTAKE_UNSEALED, null)));
        assertThat(bad.verdict(Set.of())).isEqualTo(Verdict.TAMPERED);
        assertThat(bad.lastGoodSequence()).contains(new Sequence(2));
    }

    @Test
    void everyKindOfFaultSaysWhatItIs() {
        assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::description))
                .allSatisfy(description -> assertThat(description).isNotBlank())
                .doesNotHaveDuplicates();
    }
}
