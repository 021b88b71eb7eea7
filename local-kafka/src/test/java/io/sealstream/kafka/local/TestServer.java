package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What serves a {@link TestBroker}: a broker in this process, or one in a container where the build names an image for it. */
sealed interface TestServer extends AutoCloseable permits TestServer.InProcess, ContainerServer {
    /** Set by the profile {@code containers} to an image of Kafka. */
    @Nullable
    String IMAGE = System.getProperty("sealstream.test.kafka.image");

    static TestServer start(Path directory, BrokerSettings settings) {
        return IMAGE == null
                ? new InProcess(LocalBroker.start(directory, settings))
                : ContainerServer.start(IMAGE, settings);
    }

    String bootstrapServers();

    /** As {@link CleanerCheckpoint#lines}. */
    List<String> cleanerCheckpoint() throws IOException;

    @Override
    void close();

    /** The one that needs nothing but this JVM. */
    record InProcess(LocalBroker broker) implements TestServer {
        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public List<String> cleanerCheckpoint() throws IOException {
            return CleanerCheckpoint.in(broker.logDirectory()).lines();
        }

        @Override
        public void close() {
            broker.close();
        }
    }
}
