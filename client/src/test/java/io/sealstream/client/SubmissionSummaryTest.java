package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.Sha256;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionSummaryTest {
    @Test
    void theTextHasTheRate() {
        assertThat(summary(0L).text()).startsWith("payments: 3,000 events submitted in 2.0 s (1,500/s)");
    }

    @Test
    void oneEventIsOne() {
        SubmissionCounts counts = new SubmissionCounts(1, 1, 0, Map.of(), 0, new Sequence(7), new Sequence(7));

        assertThat(summary(counts, 0L).text())
                .startsWith("payments: 1 event submitted")
                .containsPattern("sequence 7\\R");
    }

    @Test
    void whatWasLeftOfAStreamIsNotCalledNothing() {
        assertThat(summary(null).json()).contains("\"not_sent\":null");
        assertThat(summary(null).text()).containsPattern("not sent +not known");
    }

    @Test
    void whatWasLeftOfAFileIsCounted() {
        assertThat(summary(7L).json()).contains("\"not_sent\":7");
        assertThat(summary(7L).text()).containsPattern("not sent +7");
    }

    private static SubmissionSummary summary(@Nullable Long notSent) {
        return summary(new SubmissionCounts(3_000, 0, 3_000, Map.of(), 0, null, null), notSent);
    }

    private static SubmissionSummary summary(SubmissionCounts counts, @Nullable Long notSent) {
        return new SubmissionSummary(
                "payments", Sha256.of(Bytes.utf8("x").unsafeArray()), counts, notSent, Duration.ofSeconds(2));
    }
}
