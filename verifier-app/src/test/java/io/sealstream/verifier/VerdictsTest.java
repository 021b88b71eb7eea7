package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.ExitCode;
import io.sealstream.core.verify.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {
    @ParameterizedTest
    @CsvSource({"VERIFIED, 0", "INCOMPLETE, 3", "UNANCHORED, 4", "ERROR, 5", "TAMPERED, 10"})
    void exitCodesAreThoseOfTheDesign(Verdict verdict, int expected) {
        assertThat(Verdicts.exitCode(verdict, true).number()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED, ERROR", "UNANCHORED, ERROR", "INCOMPLETE, ERROR", "ERROR, ERROR", "TAMPERED, TAMPERED"})
    void aReportThatGotLostIsAnErrorAndHidesNoTampering(Verdict verdict, ExitCode expected) {
        assertThat(Verdicts.exitCode(verdict, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void noVerdictEndsWithOneAsACrashDoes(Verdict verdict) {
        assertThat(Verdicts.exitCode(verdict, true).number()).isNotEqualTo(1);
    }
}
