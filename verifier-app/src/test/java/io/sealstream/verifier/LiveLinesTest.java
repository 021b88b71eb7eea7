package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.verifier.report.ReportFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of a run: what it says while it goes on, and that it ends with a summary however it ends. */
class LiveLinesTest {
    @TempDir
    private Path directory;

    @Test
    void statusComesFirstAndTheSummaryLast() {
        Cli.Ended ended = run(Vectors.LEDGERS.resolve("payload-flipped.jsonl"));

        Told told = new Told(ReportFormat.JSONL, ended.out());
        assertThat(told.types()).startsWith("status").contains("fault").endsWith("summary");
        assertThat(told.lines("summary")).singleElement().satisfies(summary -> {
            assertThat(summary.get("fault_count").longValue()).isEqualTo(1);
            assertThat(summary.get("first_bad_sequence").longValue()).isEqualTo(16);
        });
    }

    @Test
    void everyFaultOfARecordIsThereHoweverManyThereAre() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append("{}\n");
        }

        Cli.Ended ended = run(TestFiles.write(directory.resolve("broken.jsonl"), lines.toString()));

        Told told = new Told(ReportFormat.JSONL, ended.out());
        assertThat(told.lines("fault")).hasSize(3_000);
        assertThat(told.lines("summary")).singleElement().satisfies(summary -> {
            assertThat(summary.get("fault_count").longValue()).isEqualTo(3_000);
            assertThat(summary.get("faults")).hasSize(1_000);
        });
    }

    @Test
    void aSignalEndsItWithASummaryAndItsExitCode() throws Exception {
        Path out = directory.resolve("out");
        Path report = directory.resolve("report");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process verify = new CommandProcess(VerifierCommand.class)
                    .start(out, directory.resolve("err"), waitingFor(silent, report));
            try {
                Awaitility.await().until(() -> TestFiles.read(out).contains("\"status\""));

                verify.destroy();

                assertThat(verify.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                verify.destroyForcibly();
            }
            assertThat(verify.exitValue()).isEqualTo(3);
            Told told = new Told(ReportFormat.JSONL, TestFiles.read(out));
            assertThat(told.verdict()).isEqualTo("INCOMPLETE");
            assertThat(report).hasSameTextualContentAs(out);
        }
    }

    private static String[] waitingFor(ServerSocket silent, Path report) throws IOException {
        String address = "localhost:" + silent.getLocalPort();
        return new String[] {
            "verify",
            "--format",
            "jsonl",
            "--report",
            report.toString(),
            "--ledger",
            "any",
            "--bootstrap-server",
            address,
            "--timeout",
            "60s"
        };
    }

    private static Cli.Ended run(Path file) {
        return Cli.run("verify", "--format", "jsonl", "--file", file.toString());
    }
}
