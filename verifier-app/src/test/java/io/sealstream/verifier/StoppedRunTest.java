package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.Progress;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.FileSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped as soon as its first record was judged; the ledger is larger than what is ever on its way. */
class StoppedRunTest {
    private static final int EVENTS = 30;

    @TempDir
    private Path directory;

    private TestLedger ledger;

    @BeforeEach
    void seal() {
        ledger = TestLedger.of(0);
        for (int i = 0; i < EVENTS; i++) {
            ledger.add("large-" + i, "x".repeat(1 << 20));
        }
    }

    @Test
    void whatWasReadUntilThenIsCounted() {
        VerificationRun run = run(ledger.records());

        Report report = run.run((records, faults) -> run.stop().ask());

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.reasons()).containsExactly("it was stopped before its end");
        assertThat(result(report).records()).isBetween(1L, ledger.size() - 1L);
    }

    @Test
    void whatWasFoundBeforeStaysAFault() {
        VerificationRun run = run(ledger.records().subList(1, ledger.size()));

        Report report = run.run((records, faults) -> run.stop().ask());

        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.reasons()).contains("it was stopped before its end");
    }

    private static VerificationResult result(Report report) {
        return Objects.requireNonNull(report.result());
    }

    private VerificationRun run(List<SealedEvent> records) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new VerificationRun(
                new FileSource(TestFiles.write(directory.resolve("ledger.jsonl"), TestLedger.lines(records))),
                Asked.FOR_A_VERDICT,
                total -> Progress.start(nowhere, "Verifying", total));
    }
}
