package io.sealstream.kafka.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Formats data directories, as {@code kafka-storage.sh format} does. */
final class Storage {

    private Storage() {}

    /** Makes the nodes one cluster, where they are not one already. */
    static void format(List<Node> nodes) {
        String clusterId = Uuid.randomUuid().toString();
        for (Node node : nodes) {
            if (!Files.exists(node.data().resolve("meta.properties"))) {
                format(node, clusterId);
            }
        }
    }

    private static void format(Node node, String clusterId) {
        String data = node.data().toString();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(clusterId)
                    .setNodeId(node.id())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(data)
                    .setMetadataLogDirectory(data)
                    .run();
        } catch (Exception e) {
            throw new BrokerStartException("cannot format " + data + " for a broker: " + e.getMessage(), e);
        }
    }
}
