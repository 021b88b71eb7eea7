package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFilesTest {
    private static final Path PROJECT = Path.of("..");
    private static final String ONE = "docker-compose.yml";
    private static final String CLUSTER = "docker-compose.cluster.yml";

    @ParameterizedTest
    @ValueSource(strings = {ONE, CLUSTER})
    void brokersAreOfTheVersionThatTheTestsRunOn(String file) throws IOException {
        String text = Files.readString(PROJECT.resolve(file));

        assertThat(Pattern.compile("apache/kafka:(\\S+)").matcher(text).results())
                .extracting(image -> image.group(1))
                .isNotEmpty()
                .containsOnly(AppInfoParser.getVersion());
    }

    @Test
    void programsCanWriteNothingButTheirVolumes() throws Exception {
        String services = resolved(ONE);

        // keys, init, sealer, gateway, verifier, client
        assertThat(Pattern.compile("^ +read_only: true$", Pattern.MULTILINE)
                        .matcher(services)
                        .results())
                .hasSize(6);
        assertThat(Pattern.compile("^ +- no-new-privileges:true$", Pattern.MULTILINE)
                        .matcher(services)
                        .results())
                .hasSize(6);
    }

    /** What is not let through can't be copied, and a program's jar must be the only one of its name. */
    @Test
    void imagesAreGivenWhatTheyCopy() throws IOException {
        List<String> ignored = Files.readAllLines(PROJECT.resolve(".dockerignore"));

        List<String> modules = Pattern.compile("^COPY (\\S+)/target/sealstream-\\S+\\.jar ", Pattern.MULTILINE)
                .matcher(Files.readString(PROJECT.resolve("Dockerfile")))
                .results()
                .map(copy -> copy.group(1))
                .toList();

        assertThat(modules).hasSize(4);
        assertThat(ignored)
                .containsAll(modules.stream()
                        .flatMap(module -> Stream.of("!" + module + "/target/lib", "!" + module + "/target/*.jar"))
                        .toList())
                .endsWith("*/target/*-tests.jar");
    }

    @Test
    void theClusterKeepsThreeCopiesAndAcknowledgesTwo() throws Exception {
        String services = resolved(ONE, CLUSTER);

        for (String setting : List.of(
                "DEFAULT_REPLICATION_FACTOR: 3",
                "MIN_INSYNC_REPLICAS: 2",
                "UNCLEAN_LEADER_ELECTION_ENABLE: false",
                "OFFSETS_TOPIC_REPLICATION_FACTOR: 3",
                "TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 3",
                "TRANSACTION_STATE_LOG_MIN_ISR: 2")) {
            assertThat(services.replaceAll("[\"']", "").split("KAFKA_" + setting, -1))
                    .as(setting)
                    .hasSize(1 + 3);
        }
        assertThat(services).contains("--replication-factor=3");
    }

    /** What Compose makes of the files, as it prints it. */
    private static String resolved(String... files) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("docker-compose"));
        for (String file : files) {
            words.addAll(List.of("-f", file));
        }
        words.addAll(List.of("--profile", "tools", "config"));
        Process process = start(words);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Process start(List<String> words) {
        try {
            return new ProcessBuilder(words)
                    .directory(PROJECT.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort("there is no docker-compose here: " + e.getMessage());
        }
    }
}
