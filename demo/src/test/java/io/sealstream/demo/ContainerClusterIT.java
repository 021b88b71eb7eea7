package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
        named = "sealstream.test.kafka.image",
        matches = ".+",
        disabledReason = "containers are started with -Pcontainers only")
class ContainerClusterIT {
    /** The time is for making the images, where nothing of them is there yet. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void sealsWhileEachOfThreeBrokersIsGone() throws Exception {
        assumeTrue(run("docker", "info").exitCode() == 0, "no Docker engine answers");

        Ended cluster = run("../ops/docker/try-cluster.sh");

        assertThat(cluster.exitCode()).as(cluster.output()).isZero();
    }

    private record Ended(int exitCode, String output) {}

    private static Ended run(String... words) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Ended(127, String.valueOf(e.getMessage()));
        }
    }
}
