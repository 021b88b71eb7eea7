package io.sealstream.client;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the intake is written to: acknowledged by every replica in sync, in order, nothing twice, at once. */
final class ProducerSettings {
    /** One millisecond of company for each record: under load batches fill by themselves. */
    private static final int LINGER_MS = 1;

    private ProducerSettings() {}

    /** @param properties the operator's, of which those that the promises rest on do not count */
    static Map<String, Object> of(Map<String, Object> properties, ClientSettings settings) {
        Map<String, Object> config = new HashMap<>(properties);
        config.keySet().removeIf(key -> key.startsWith("config.providers"));
        config.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        config.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, settings.timeoutMs());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(30_000, settings.timeoutMs() - LINGER_MS));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.timeoutMs());
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // The topic's limit decides, not this client's.
        config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * 1024 * 1024);
        return config;
    }
}
