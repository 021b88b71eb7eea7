package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainTest {
    @Test
    void aFaultIsExplained() {
        Cli.Ended ended = Cli.run("explain", "payload-mismatch");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .startsWith("PAYLOAD_MISMATCH (fault)\n\nThe payload in the record is not the one")
                .contains("Does not mean", "Causes.", "Next.", "docs/format.md");
    }

    @Test
    void withoutANameAllAreListed() {
        Cli.Ended ended = Cli.run("explain");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().lines())
                .anyMatch(line -> line.startsWith("VERIFIED "))
                .anyMatch(line -> line.startsWith("PAYLOAD_MISMATCH "))
                .anyMatch(line -> line.startsWith("EXPIRED "))
                .anyMatch(line -> line.startsWith("HEAD_LOST "));
    }
}
