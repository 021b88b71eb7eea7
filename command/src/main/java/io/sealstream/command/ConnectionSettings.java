package io.sealstream.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, several separated by commas
 * @param timeout how long to wait for an answer
 * @param passThrough what the operator gave for the clients, without its prefix
 */
public record ConnectionSettings(String bootstrapServers, Duration timeout, Map<String, String> passThrough) {
    private static final long DEFAULT_REQUEST_TIMEOUT_MS = 30_000;

    public ConnectionSettings {
        passThrough = Map.copyOf(passThrough);
    }

    /** Properties for any plain client, an Admin, a consumer or a producer: no call of it waits longer than the time-out. */
    public Map<String, Object> clientProperties() {
        long timeoutMs = Math.min(timeout.toMillis(), Integer.MAX_VALUE);
        Map<String, Object> properties = new LinkedHashMap<>(passThrough);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeoutMs);
        properties.put(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(timeoutMs, DEFAULT_REQUEST_TIMEOUT_MS));
        return properties;
    }
}
