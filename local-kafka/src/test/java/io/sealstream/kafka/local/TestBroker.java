package io.sealstream.kafka.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/** The broker that tests share, and a directory that goes when it closes. */
public final class TestBroker implements AutoCloseable {
    private final Path directory;
    private final TestServer server;

    private TestBroker(Path directory, TestServer server) {
        this.directory = directory;
        this.server = server;
    }

    static TestBroker start() {
        try {
            Path directory = Files.createTempDirectory("test-broker-");
            return new TestBroker(directory, TestServer.start(directory.resolve("broker"), settings()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was killed is given up soon, and everyone may do everything that no ACL speaks of. */
    public static BrokerSettings settings() {
        return BrokerSettings.defaults()
                .with("group.min.session.timeout.ms", "500")
                .with("transaction.abort.timed.out.transaction.cleanup.interval.ms", "100")
                .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .with("allow.everyone.if.no.acl.found", "true");
    }

    public String bootstrapServers() {
        return server.bootstrapServers();
    }

    /** A place for a test's own files, which goes when the broker does: its clients may hold files as long as it runs. */
    public Path besides(String name) {
        return directory.resolve(name);
    }

    /** As {@link ForcedCompaction#run}. */
    public void compact(TopicPartition partition) throws ExecutionException, InterruptedException {
        ForcedCompaction.run(bootstrapServers(), server::cleanerCheckpoint, partition);
    }

    @Override
    public void close() throws IOException {
        server.close();
        List<Path> inside;
        try (var paths = Files.walk(directory)) {
            inside = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
