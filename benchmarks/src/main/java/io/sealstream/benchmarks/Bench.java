package io.sealstream.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;

/** What measurements share: where Kafka is, where files go, how much is done, and what is asked for. */
final class Bench implements AutoCloseable {
    private final Cluster cluster;
    private final Path directory;
    private final Scale scale;
    private final Set<String> wanted;
    private final PrintWriter err;
    private final AtomicBoolean ending;
    private final Topics topics;
    /** On a cluster that others use too, and where an earlier run may have left something. */
    private final String prefix =
            "bench-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000)) + '-';

    private int names;

    /**
     * @param directory gets states, keys and logs
     * @param wanted names of figures
     * @param err gets the lines of {@link #say}
     */
    Bench(Cluster cluster, Path directory, Scale scale, Set<String> wanted, PrintWriter err) {
        this(cluster, directory, scale, wanted, err, new AtomicBoolean());
    }

    private Bench(
            Cluster cluster, Path directory, Scale scale, Set<String> wanted, PrintWriter err, AtomicBoolean ending) {
        this.cluster = cluster;
        this.directory = directory;
        this.scale = scale;
        this.wanted = Set.copyOf(wanted);
        this.err = err;
        this.ending = ending;
        this.topics = new Topics(Admin.create(cluster.client(Map.of())));
    }

    /** The same on another cluster. */
    Bench on(Cluster other) {
        return new Bench(other, directory, scale, wanted, err, ending);
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

    /** All names begin with it. */
    String prefix() {
        return prefix;
    }

    /** A name that nothing else begins with, for a topic or a ledger. */
    String newName(String what) {
        if (ending.get()) {
            throw new IllegalStateException("nothing more is measured: the program is ending");
        }
        return prefix + ++names + '-' + what;
    }

    Path newDirectory(String what) throws IOException {
        return Files.createDirectories(directory.resolve(newName(what)));
    }

    /** Tells whoever waits what happens now, or why something does not. */
    void say(String line) {
        err.println("  " + line);
    }

    /** Takes off the brokers whatever has such a name, or says why that can't be done. */
    void delete(String name) {
        Leftovers.delete(cluster, name, this::say);
    }

    /** From now on there are no new names. */
    void end() {
        ending.set(true);
    }

    boolean isEnding() {
        return ending.get();
    }

    /** Leaves nothing on the cluster, not even what another thread was making just now. */
    void deleteAll() {
        delete(prefix);
    }

    /** Leaves nothing on the cluster. */
    @Override
    public void close() {
        if (names > 0) {
            deleteAll();
        }
        topics.close();
    }
}
