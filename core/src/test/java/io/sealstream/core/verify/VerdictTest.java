package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void withoutFaultOrDoubtItIsVerified() {
        assertThat(Verdict.of(false, Set.of())).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void aFaultOutweighsEveryDoubt() {
        assertThat(Verdict.of(true, EnumSet.allOf(Doubt.class))).isEqualTo(Verdict.TAMPERED);
    }

    @Test
    void amongDoubtsTheOrderIsErrorIncompleteUnanchored() {
        assertThat(Verdict.of(false, EnumSet.allOf(Doubt.class))).isEqualTo(Verdict.ERROR);
        assertThat(Verdict.of(false, EnumSet.complementOf(EnumSet.of(Doubt.UNREADABLE))))
                .isEqualTo(Verdict.INCOMPLETE);
        assertThat(Verdict.of(false, Set.of(Doubt.NO_TRUSTED_CHECKPOINT))).isEqualTo(Verdict.UNANCHORED);
    }

    @Test
    void everyDoubtKeepsALedgerFromBeingVerified() {
        List<Verdict> verdicts = Arrays.stream(Doubt.values())
                .map(doubt -> Verdict.of(false, Set.of(doubt)))
                .toList();
        assertThat(verdicts).doesNotContain(Verdict.VERIFIED, Verdict.TAMPERED);
    }

    @Test
    void aResultKnowsItsOwnDoubtsAndTakesOthers() {
        VerificationResult good =
                Verifications.result(LedgerBuilder.ledger().events(1).records());
        assertThat(good.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(good.verdict(Set.of(Doubt.END_NOT_REACHED))).isEqualTo(Verdict.INCOMPLETE);
        assertThat(Verifications.result(List.of()).verdict(Set.of(Doubt.NO_TRUSTED_CHECKPOINT)))
                .isEqualTo(Verdict.INCOMPLETE);
    }
}
