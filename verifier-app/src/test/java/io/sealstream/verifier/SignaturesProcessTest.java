package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --signatures} as its users have it: a process, its exit code, and what it says it left out. */
class SignaturesProcessTest {
    private static final String LEFT_OUT = "they were left out (--signatures skip)";

    private final CommandProcess command = new CommandProcess(VerifierCommand.class);

    /** Those of control events are never left out. */
    @ParameterizedTest
    @CsvSource({
        "0, VERIFIED, valid.jsonl",
        "0, VERIFIED, forged-signature.jsonl",
        "10, TAMPERED, payload-flipped.jsonl",
        "10, TAMPERED, unknown-key.jsonl",
        "10, TAMPERED, key-added-by-producer.jsonl"
    })
    void aRunWithoutThemJudgesTheRestAndSaysSo(int exitCode, String verdict, String ledger) {
        Ended ended = verify(ledger, "skip");

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out()).startsWith(verdict + ": ").contains(LEFT_OUT);
        assertThat(ended.complaints()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, valid.jsonl", "10, forged-signature.jsonl"})
    void aRunWithThemLeavesNothingOut(int exitCode, String ledger) {
        Ended ended = verify(ledger, "check");

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out()).doesNotContain(LEFT_OUT);
    }

    @Test
    void anythingElseIsAUsageError() {
        Ended ended = verify("valid.jsonl", "some");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).singleElement().asString().contains("--signatures", "some", "SKIP");
    }

    private Ended verify(String ledger, String signatures) {
        return command.run("verify", "--file", Vectors.LEDGERS.resolve(ledger).toString(), "--signatures", signatures);
    }
}
