package io.sealstream.kafka.local;

import java.util.HashMap;
import java.util.Map;

/**
 * What the caller decides about a broker; {@link ServerProperties} decides the rest.
 *
 * @param port the port for clients on loopback, 1 to 65535, or 0 for a free one; a broker that starts again on the same directory
 *     keeps the free one it found
 * @param properties broker properties, as in Kafka's {@code server.properties}; they win over all others
 */
public record BrokerSettings(int port, Map<String, String> properties) {

    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": allowed are 1 to 65535, and 0 for a free one");
        }
        properties = Map.copyOf(properties);
    }

    /** A free port, and nothing else. */
    public static BrokerSettings defaults() {
        return new BrokerSettings(0, Map.of());
    }

    public BrokerSettings withPort(int newPort) {
        return new BrokerSettings(newPort, properties);
    }

    public BrokerSettings with(String key, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(key, value);
        return new BrokerSettings(port, more);
    }
}
