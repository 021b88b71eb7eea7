package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.Progress;
import io.sealstream.core.verify.Verdict;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.ReportFormat;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.FileSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a report where something comes between. */
class ReportSinkTest {
    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    @TempDir
    private Path directory;

    /** Who asks interrupts the thread that reads, and that one writes the faults. */
    @Test
    void aStopWhileFaultsAreToldLosesNoLine() {
        Path file = directory.resolve("report.jsonl");
        VerificationRun run = new VerificationRun(
                new FileSource(Vectors.LEDGERS.resolve("prefix-missing.jsonl")),
                Asked.FOR_A_VERDICT,
                records -> Progress.start(nowhere, "Verifying", records));

        StringWriter shown = new StringWriter();
        try (ReportSink sink = new ReportSink(new PrintWriter(shown), nowhere, file)) {
            Report report = stopped(run, sink);
            sink.append(ReportFormat.JSONL.render(report));

            assertThat(sink.complete()).isEmpty();
        }

        assertThat(file).hasContent(shown.toString());
        Told told = new Told(ReportFormat.JSONL, TestFiles.read(file));
        assertThat(told.types()).contains("fault").endsWith("summary");
        assertThat(told.verdict()).isEqualTo(Verdict.TAMPERED.name());
    }

    private static Report stopped(VerificationRun run, ReportSink sink) {
        try (LiveLines lines = new LiveLines(sink)) {
            return run.run((records, faults) -> {
                run.stop().ask();
                lines.judged(records, faults);
            });
        }
    }

    @Test
    void aLeftoverThatCannotBeRemovedIsToldAndChangesNothing() throws IOException {
        StringWriter err = new StringWriter();
        ReportSink sink = new ReportSink(nowhere, new PrintWriter(err), directory.resolve("report"));
        sink.append("text");
        putDirectoryAt(written());

        sink.close();

        assertThat(err.toString()).contains("--report=" + directory.resolve("report"), "could not be removed");
    }

    private Path written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** What cannot be deleted, whoever tries. */
    private static void putDirectoryAt(Path file) throws IOException {
        Files.delete(file);
        Files.createFile(Files.createDirectory(file).resolve("something"));
    }
}
