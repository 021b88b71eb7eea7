package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.verifier.report.ReportFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run leaves out with --signatures skip, and that it says so. */
class SignaturesTest {
    @ParameterizedTest
    @EnumSource
    void everyFormSaysThatTheyWereLeftOut(ReportFormat format) {
        Cli.Ended ended = verify("forged-signature.jsonl", "skip", format);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("VERIFIED", "they were left out (--signatures skip)");
    }

    @Test
    void theCheckForThemIsSkipped() {
        assertThat(verify("valid.jsonl", "skip", ReportFormat.JUNIT).out())
                .containsPattern("name=\"SIGNATURE_INVALID\">\\s*<skipped")
                .containsPattern("name=\"KEY_REVOKED\"/>");
    }

    @Test
    void controlEventsAreCheckedWholly() {
        assertThat(verify("key-added-by-producer.jsonl", "skip", ReportFormat.JSON)
                        .exitCode())
                .isEqualTo(10);
    }

    @Test
    void theyAreCheckedUnlessAskedOtherwise() {
        assertThat(verify("forged-signature.jsonl", "check", ReportFormat.TEXT).exitCode())
                .isEqualTo(10);
    }

    private static Cli.Ended verify(String ledger, String signatures, ReportFormat format) {
        return Cli.run(
                "verify",
                "--file",
                Vectors.LEDGERS.resolve(ledger).toString(),
                "--signatures",
                signatures,
                "--format",
                format.name().toLowerCase(Locale.ROOT));
    }
}
