package io.sealstream.kafka.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, which can be killed, stopped, paused, and started again. */
public final class BrokerProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Node node;
    private final Properties properties;
    private Process process;

    private BrokerProcess(Node node, Properties properties, Process process) {
        this.node = node;
        this.properties = properties;
        this.process = process;
    }

    static BrokerProcess launch(Node node, Properties properties) {
        return new BrokerProcess(node, properties, spawn(node, properties));
    }

    public int id() {
        return node.id();
    }

    /** Host and port of this broker alone. */
    public String address() {
        return node.address();
    }

    public Path logDirectory() {
        return node.data();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it with SIGKILL: nothing is flushed, nothing said goodbye to. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /**
     * Ends it with SIGTERM, as an operator does; returns when it is gone.
     *
     * <p>Of three, stop only one so: the last two cannot hand over to a quorum, which Kafka waits for.
     */
    public void stop() {
        resume();
        // Not Process.destroy(), which would also close the pipe that tells the child its parent is alive.
        process.toHandle().destroy();
        awaitEnd();
    }

    /** SIGSTOP: it neither runs nor closes its connections, like a machine that hangs. */
    public void pause() {
        Signal.STOP.sendTo(process);
    }

    /** SIGCONT: it goes on where it was paused. */
    public void resume() {
        Signal.CONT.sendTo(process);
    }

    /**
     * Starts it again, on the same directory and port.
     *
     * @throws IllegalStateException where it is still alive
     */
    public void start() {
        if (process.isAlive()) {
            throw new IllegalStateException("broker " + id() + " is still alive: kill or stop it first");
        }
        process = spawn(node, properties);
    }

    /** Whether it answers, and says that the cluster has {@code size} brokers. */
    boolean serves(int size) {
        return !Loopback.isFree(node.port()) && Readiness.clusterSize(address()) == size;
    }

    /** Where the broker's own log goes. */
    Path log() {
        return node.directory().resolve("broker.log");
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("broker " + id() + ", process " + process.pid()
                        + ", is still alive after " + STOP_LIMIT.toSeconds() + " s: see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while broker " + id() + " was stopping", e);
        }
    }

    private static Process spawn(Node node, Properties properties) {
        Path file = node.directory().resolve("server.properties");
        try {
            try (Writer out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            return new ProcessBuilder(command(node, file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            node.directory().resolve("broker.out").toFile()))
                    .start();
        } catch (IOException e) {
            throw new BrokerStartException("cannot start a process for broker " + node.id() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(Node node, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                // Kafka unmaps its buffers with it. The option of that name is unknown to a JDK 21.
                "-Dsun.misc.unsafe.memory.access=allow",
                "-Dlogback.configurationFile=io/sealstream/kafka/local/broker-process.xml",
                "-Dbroker.log=" + node.directory().resolve("broker.log"),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                file.toString());
    }
}
