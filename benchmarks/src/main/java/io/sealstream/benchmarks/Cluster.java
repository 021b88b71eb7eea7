package io.sealstream.benchmarks;

import io.sealstream.kafka.local.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The brokers that are measured on.
 *
 * @param properties of any client, with {@code bootstrap.servers}
 * @param arguments the same, as Sealstream's own commands take it
 * @param isOwn whether nobody else uses it
 */
record Cluster(Map<String, Object> properties, List<String> arguments, boolean isOwn) {
    Cluster {
        properties = Map.copyOf(properties);
        arguments = List.copyOf(arguments);
    }

    static Cluster of(LocalBroker broker) {
        return new Cluster(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                List.of("--bootstrap-server", broker.bootstrapServers()),
                true);
    }

    /** @param commandConfig further properties, as Kafka's own tools take them */
    static Cluster at(String bootstrapServers, @Nullable Path commandConfig) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        List<String> arguments = List.of("--bootstrap-server", bootstrapServers);
        if (commandConfig != null) {
            Utils.propsToMap(Utils.loadProps(commandConfig.toString())).forEach(properties::put);
            arguments = List.of("--bootstrap-server", bootstrapServers, "--command-config", commandConfig.toString());
        }
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new Cluster(properties, arguments, false);
    }

    /** Client properties: the connection and {@code more}, which wins. */
    Map<String, Object> client(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(more);
        return all;
    }
}
