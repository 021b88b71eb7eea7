package io.sealstream.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A reason can quote what a producer wrote, and is kept for ever. */
class JudgementTest {
    @Test
    void aReasonOfTheGreatestLengthStaysAsItIs() {
        String reason = "x".repeat(498) + "😀";

        assertThat(Judgement.warn(reason).reason()).isEqualTo(reason);
    }

    @Test
    void aLongerReasonIsCutAndSaysSo() {
        assertThat(Judgement.warn("x".repeat(501)).reason()).isEqualTo("x".repeat(499) + "…");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Judgement.warn("x".repeat(498) + "😀😀").reason()).isEqualTo("x".repeat(498) + "…");
        assertThat(Judgement.warn("x".repeat(499) + "😀").reason()).isEqualTo("x".repeat(499) + "…");
    }

    @Test
    void whatCannotBeShownOrEncodedIsReplaced() {
        assertThat(Judgement.reject("a\nb\u001b[2Jc\u0000\u0085d\ud800e\udc00").reason())
                .isEqualTo("a\ufffdb\ufffd[2Jc\ufffd\ufffdd\ufffde\ufffd");
    }
}
