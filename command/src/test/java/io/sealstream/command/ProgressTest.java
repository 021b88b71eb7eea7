package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text);

    @Test
    void elsewhereThanOnATerminalItIsALineNowAndThenAndAClosingLine() {
        Progress progress =
                new Progress(err, "Verifying", new ProgressLines(err, "Verifying", 4_000, Duration.ofMillis(10)));
        progress.add(1_000);
        await().until(() -> text.toString().contains("Verifying: 1,000 of 4,000 (25%)"));

        progress.close();

        assertThat(text.toString().lines().toList().getLast()).matches("Verifying: 1,000 in .* s \\(.*/s\\)");
    }

    @Test
    void anUnknownTotalIsNotShown() {
        new ProgressLines(err, "Reading", Progress.UNKNOWN, ProgressLines.INTERVAL).show(12);

        assertThat(text.toString()).isEqualTo("Reading: 12" + System.lineSeparator());
    }

    @Test
    void theClosingLineHasCountSecondsAndRate() {
        assertThat(Progress.closingLine("Verified", 14_054, Duration.ofMillis(2_500)))
                .isEqualTo("Verified: 14,054 in 2.5 s (5,622/s)");
    }
}
