package io.sealstream.verifier.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.Progress;
import io.sealstream.core.verify.Verdict;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.ReportFormat;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopTest {
    private static final Path VECTORS = Path.of("src/test/resources/vectors/ledgers");

    @Test
    void aRunThatIsStoppedIsIncomplete() {
        VerificationRun run = run("valid.jsonl");
        run.stop().ask();

        Report report = run.run(RunListener.NONE);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.reasons()).containsExactly("it was stopped before anything was read");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aRunThatBreaksOffIsAnErrorWithAReport() {
        VerificationRun run = run("valid.jsonl");

        Report report = run.brokenOff(new IllegalStateException("a bug"));

        assertThat(report.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(report.reasons()).singleElement().asString().contains("a bug");
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatBreaksOffHalfWaySaysNothingForTheLedger(ReportFormat format) {
        VerificationRun run = run("valid.jsonl");
        IllegalStateException bug = new IllegalStateException("a bug");

        assertThatThrownBy(() -> run.run((records, faults) -> {
                    throw bug;
                }))
                .isSameAs(bug);
        Report report = run.brokenOff(bug);

        assertThat(report.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(report.result()).isNotNull();
        assertThat(format.render(report))
                .contains("ERROR", "a bug", "Whatever was not judged when the run broke off.")
                .doesNotContain("is whole", "VERIFIED:", "\"VERIFIED\"");
    }

    @Test
    void noCheckPassesInARunThatBreaksOffHalfWay() {
        VerificationRun run = run("valid.jsonl");
        OutOfMemoryError full = new OutOfMemoryError("no more");

        assertThatThrownBy(() -> run.run((records, faults) -> {
                    throw full;
                }))
                .isSameAs(full);
        String xml = ReportFormat.JUNIT.render(run.brokenOff(full));

        assertThat(xml).containsPattern("<testcase [^>]*name=\"JUDGED_TO_THE_END\">\\s*<error ");
        assertThat(xml.lines().filter(line -> line.contains("<testcase "))).hasSize(37);
        assertThat(xml.lines().filter(line -> line.contains("<skipped "))).hasSize(36);
    }

    private static VerificationRun run(String vector) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new VerificationRun(
                new FileSource(VECTORS.resolve(vector)),
                Asked.FOR_A_VERDICT,
                records -> Progress.start(nowhere, "Verifying", records));
    }
}
