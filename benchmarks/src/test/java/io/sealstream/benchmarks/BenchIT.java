package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.StrictJson;
import io.sealstream.kafka.local.LocalBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
    private static final Scale TINY = new Scale(
            2_000, 12_000, 500, List.of(100), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100), 0);

    @TempDir
    Path directory;

    @Test
    void measuresSealingAndVerifyingAndLeavesNothingOnTheBrokers() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            Cluster cluster = Cluster.of(broker);
            Set<String> wanted = Set.of("transaction.p50", "seal.recorded", "verify.topic");
            Results results = new Results(Suite.of(TINY).figures());

            try (Bench bench = new Bench(cluster, directory, TINY, wanted, new PrintWriter(new StringWriter()))) {
                results.add(new Transactions().run(bench));
                results.add(new Sealing(Certification.NONE).run(bench));
            }

            assertThat(results.all())
                    .allSatisfy(result -> assertThat(result.median()).isPositive())
                    .extracting(result -> result.figure().name())
                    .containsExactly("transaction.p50", "transaction.p99", "seal.recorded", "verify.topic");
            try (Admin admin = Admin.create(cluster.client(Map.of()))) {
                assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.startsWith("bench-"));
            }
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
        assertThat(ended.complaints()).first().isEqualTo("run 1 of 1: peer.sqlite.normal");
    }
}
