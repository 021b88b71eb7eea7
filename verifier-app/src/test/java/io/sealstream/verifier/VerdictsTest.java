package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.ExitCode;
import io.sealstream.core.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {
    @ParameterizedTest
    @EnumSource
    void theExitCodeIsTheVerdictsOwn(Verdict verdict) {
        assertThat(Verdicts.exitCode(verdict, true).number()).isEqualTo(verdict.exitCode());
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED, ERROR", "UNANCHORED, ERROR", "INCOMPLETE, ERROR", "ERROR, ERROR", "TAMPERED, TAMPERED"})
    void aReportThatGotLostIsAnErrorAndHidesNoTampering(Verdict verdict, ExitCode expected) {
        assertThat(Verdicts.exitCode(verdict, false)).isEqualTo(expected);
    }

    @Test
    void noVerdictEndsWithOneAsACrashDoes() {
        assertThat(Verdict.values()).extracting(Verdict::exitCode).doesNotContain(1);
    }
}
