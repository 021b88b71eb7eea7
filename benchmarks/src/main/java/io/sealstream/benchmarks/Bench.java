package io.sealstream.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;

/** What measurements share: where Kafka is, where files go, how much is done, and what is asked for. */
final class Bench implements AutoCloseable {
    private final Cluster cluster;
    private final Path directory;
    private final Scale scale;
    private final Set<String> wanted;
    private final PrintWriter err;
    private final Topics topics;
    /** On a cluster that others use too, and where an earlier run may have left something. */
    private final String mark =
            "bench-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));

    private int names;

    /**
     * @param directory gets states, keys and logs
     * @param wanted names of figures
     * @param err gets the lines of {@link #say}
     */
    Bench(Cluster cluster, Path directory, Scale scale, Set<String> wanted, PrintWriter err) {
        this.cluster = cluster;
        this.directory = directory;
        this.scale = scale;
        this.wanted = Set.copyOf(wanted);
        this.err = err;
        this.topics = new Topics(Admin.create(cluster.client(Map.of())));
    }

    /** The same on another cluster. */
    Bench on(Cluster other) {
        return new Bench(other, directory, scale, wanted, err);
    }

    Cluster cluster() {
        return cluster;
    }

    /** Client properties: the connection and {@code more}, which wins. */
    Map<String, Object> client(Map<String, Object> more) {
        return cluster.client(more);
    }

    Scale scale() {
        return scale;
    }

    Topics topics() {
        return topics;
    }

    boolean wants(Figure figure) {
        return wanted.contains(figure.name());
    }

    /** A name that nothing else begins with, for a topic or a ledger. */
    String newName(String what) {
        return mark + '-' + ++names + '-' + what;
    }

    Path newDirectory(String what) throws IOException {
        return Files.createDirectories(directory.resolve(newName(what)));
    }

    /** Tells whoever waits what happens now, or why something does not. */
    void say(String line) {
        err.println("  " + line);
    }

    /** Leaves nothing on the cluster. */
    @Override
    public void close() {
        try {
            topics.deleteAll(mark);
        } catch (TopicException e) {
            say("what begins with " + mark + " is left on the brokers: " + e.getMessage());
        } finally {
            topics.close();
        }
    }
}
