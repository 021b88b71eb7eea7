package io.sealstream.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaCommandTest {

    @TempDir
    Path directory;

    @Test
    void servesUntilItIsEnded() throws Exception {
        int port = Loopback.freePort();
        Process process = command(
                "--port", Integer.toString(port), "--dir", file("broker").toString());
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> text("out").contains("Ctrl-C ends it"));
            assertThat(text("out"))
                    .contains("127.0.0.1:" + port)
                    .contains(file("broker").toString());
            assertThat(Readiness.clusterSize("127.0.0.1:" + port)).isOne();

            process.destroy();

            assertThat(exitCode(process)).isEqualTo(128 + 15);
            assertThat(text("err")).isEmpty();
            assertThat(file("broker")).isDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Loopback.address())) {
            Process process = command("--port", Integer.toString(taken.getLocalPort()));

            assertThat(exitCode(process)).isEqualTo(5);
            assertThat(text("err").lines()).hasSize(1).first().asString().contains("port " + taken.getLocalPort());
            assertThat(text("out")).isEmpty();
        }
    }

    @Test
    void refusesAPortThatIsNone() throws Exception {
        Process process = command("--port", "65536");

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(text("err").lines()).hasSize(1).first().asString().contains("--port 65536", "1 to 65535");
    }

    private Process command(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.misc.unsafe.memory.access=allow",
                "-Dlogback.configurationFile=logback.xml",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafkaCommand.class.getName(),
                "local-kafka"));
        words.addAll(List.of(options));
        return new ProcessBuilder(words)
                .redirectOutput(file("out").toFile())
                .redirectError(file("err").toFile())
                .start();
    }

    private static int exitCode(Process process) throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private String text(String name) throws Exception {
        return Files.readString(file(name));
    }
}
