package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.StrictJson;
import io.sealstream.kafka.local.LocalBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
    private static final Scale TINY = new Scale(
            2_000, 40_000, 500, List.of(100), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100), 0);

    /** What SIGTERM leaves. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    @Test
    void measuresSealingAndVerifyingAndLeavesNothingOnTheBrokers() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            Cluster cluster = Cluster.of(broker);
            Set<String> wanted = Set.of("transaction.p50", "seal.recorded", "consume", "verify.topic");
            Results results = new Results(Suite.of(TINY).figures());
            StringWriter said = new StringWriter();

            try (Bench bench = new Bench(cluster, directory, TINY, wanted, new PrintWriter(said))) {
                results.add(new Transactions().run(bench));
                results.add(new Sealing(Certification.NONE).run(bench));
            }

            assertThat(results.all())
                    .allSatisfy(result -> assertThat(result.median()).isPositive())
                    .extracting(result -> result.figure().name())
                    .containsExactly("transaction.p50", "transaction.p99", "seal.recorded", "consume", "verify.topic");
            assertThat(said.toString()).isEmpty();
            Names.awaitNone(cluster, "bench-");
        }
    }

    @Test
    void measuresSubmittingByTheLibraryAndByAGateway() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            Service service = new Service(List.of(50));
            Results results = new Results(service.figures());
            Set<String> all = service.figures().stream().map(Figure::name).collect(Collectors.toSet());

            try (Bench bench =
                    new Bench(Cluster.of(broker), directory, TINY, all, new PrintWriter(Writer.nullWriter()))) {
                results.add(service.run(bench));
            }

            assertThat(results.all())
                    .hasSameSizeAs(all)
                    .allSatisfy(result -> assertThat(result.median()).isPositive());
        }
    }

    @Test
    void leavesNothingWhereASignalEndsItInTheMiddleOfItsWork() throws Exception {
        Path err = directory.resolve("err");
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            Cluster cluster = Cluster.of(broker);
            Process process = new CommandProcess(BenchCommand.class)
                    .start(
                            directory.resolve("out"),
                            err,
                            "bench",
                            "--quick",
                            "--runs=100",
                            "--only=copy.eos",
                            "--bootstrap-server",
                            broker.bootstrapServers());
            try {
                awaitGroup(cluster, process);
                process.destroy();

                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(TERMINATED);
            } finally {
                process.destroyForcibly();
            }
            Names.awaitNone(cluster, "bench-");
        }
        assertThat(Path.of(
                        Files.readString(err).lines().findFirst().orElseThrow().replaceFirst(".* ", "")))
                .doesNotExist();
    }

    /** A copy is at work then. */
    private static void awaitGroup(Cluster cluster, Process process) throws TopicException {
        while (Names.on(cluster, "bench-").stream().noneMatch(name -> name.endsWith("-copy"))) {
            assertThat(process.isAlive()).isTrue();
        }
    }

    @Test
    void printsJsonAloneOnStandardOutput() throws Exception {
        Ended ended = new CommandProcess(BenchCommand.class)
                .run("bench", "--quick", "--only", "peer.sqlite.normal", "--format", "json");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(StrictJson.object(ended.out().strip())
                        .path("results")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("peer.sqlite.normal");
        assertThat(ended.complaints())
                .startsWith(ended.complaints().getFirst(), "run 1 of 1: peer.sqlite.normal")
                .first()
                .asString()
                .startsWith("names on the brokers begin with bench-");
    }
}
