package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sealer as a process of its own, which can be killed and paused. */
final class SealerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Pattern LISTENER = Pattern.compile("health at http:.*127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;

    private SealerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param flags beside those for ledger, address and state directory */
    static SealerProcess start(SealerConfig config, String... flags) {
        try {
            Files.createDirectories(config.stateDirectory());
            Path log = Files.createTempFile(config.stateDirectory().getParent(), "sealer-", ".log");
            ProcessBuilder builder = new ProcessBuilder(commandLine(config, flags))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(log.toFile());
            builder.environment().put("SEALSTREAM_SESSION_TIMEOUT_MS", millis(config.sessionTimeout()));
            builder.environment().put("SEALSTREAM_TRANSACTION_TIMEOUT_MS", millis(config.transactionTimeout()));
            builder.environment().put("SEALSTREAM_INSTANCE_ID", config.givenInstanceId());
            return new SealerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> commandLine(SealerConfig config, String... flags) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                SealerCommand.class.getName(),
                "sealer",
                "--ledger",
                config.names().ledger(),
                "--bootstrap-server",
                config.connection().bootstrapServers(),
                "--state-dir",
                config.stateDirectory().toString(),
                "--health-listener",
                "127.0.0.1:0"));
        line.addAll(List.of(flags));
        return line;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** All that it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Health health() {
        Matcher listener = LISTENER.matcher(log());
        assertThat(listener.find()).as("it says where its health is: %s", log()).isTrue();
        return new Health(Integer.parseInt(listener.group(1)));
    }

    SealerProcess awaitHealthy() {
        await().atMost(START_LIMIT).untilAsserted(() -> {
            assertThat(process.isAlive()).as("alive; it said: %s", log()).isTrue();
            assertThat(health().state()).as("state; it said: %s", log()).isEqualTo("HEALTHY");
        });
        return this;
    }

    /** Ends it with SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Ends it with SIGKILL, and returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** SIGSTOP: it neither runs nor closes its connections, as in a long collection of garbage. */
    void pause() {
        signal("STOP");
    }

    /** SIGCONT: it goes on where it was paused, and does not know of it. */
    void resume() {
        signal("CONT");
    }

    int awaitExit(Duration limit) {
        try {
            assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .as("it ends within %s; it said: %s", limit, log())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
