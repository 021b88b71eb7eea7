package io.sealstream.kafka.local;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka as its own image has it, with the settings that brokers in this process get. */
record ContainerServer(KafkaContainer container) implements TestServer {
    /** A volume of the image, which the broker's user may write. */
    private static final String DATA = "/var/lib/kafka/data";

    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainerServer start(String image, BrokerSettings settings) {
        KafkaContainer container = new KafkaContainer(image)
                .withEnv(environment(settings.with("log.dirs", DATA)))
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
        container.start();
        return new ContainerServer(container);
    }

    /** The image takes {@code KAFKA_NODE_ID} for {@code node.id}. */
    private static Map<String, String> environment(BrokerSettings settings) {
        return ServerProperties.ofAny(1, settings).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> "KAFKA_"
                                + each.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                        Map.Entry::getValue));
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public List<String> cleanerCheckpoint() throws IOException {
        try {
            // Fails, and prints nothing there, as long as there is no such file.
            ExecResult result = container.execInContainer("cat", DATA + "/" + CleanerCheckpoint.FILE);
            return result.getStdout().lines().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading a file in the container", e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
