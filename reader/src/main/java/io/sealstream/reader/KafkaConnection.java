package io.sealstream.reader;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How a cluster is reached.
 *
 * @param properties client properties as the operator gave them, at least {@code bootstrap.servers}; those that would
 *     change what is read, or run code of others, are not passed on
 */
public record KafkaConnection(Map<String, Object> properties) {
    /** Fetched at once from a ledger's topic: enough to keep a core busy. */
    private static final int FETCH_BYTES = 8 << 20;
    /** Given at once. Payloads can be 300 times larger than they were fetched, so this is what bounds the heap. */
    private static final int POLL_RECORDS = 250;

    private static final List<String> NEVER_PASSED_ON = List.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
            ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    public KafkaConnection {
        properties = Map.copyOf(properties);
    }

    /** For messages: the addresses that the operator gave. */
    public String address() {
        return String.valueOf(properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** What {@code cause} means to someone who wanted to read {@code topic} there. */
    public LedgerUnreadableException unreadable(String topic, KafkaException cause) {
        return new KafkaFailure(topic, address()).unreadable(cause);
    }

    /**
     * A consumer of committed records that belongs to no group, commits nothing, and where an offset is lost says so
     * instead of jumping.
     *
     * @param apiTimeout of its calls to the cluster
     */
    public KafkaConsumer<byte[], byte[]> consumer(Duration apiTimeout) {
        return consumer(apiTimeout, FETCH_BYTES);
    }

    /** @param fetchBytes fetched at once */
    KafkaConsumer<byte[], byte[]> consumer(Duration apiTimeout, int fetchBytes) {
        Map<String, Object> config = bounded(apiTimeout);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.CHECK_CRCS_CONFIG, true);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, fetchBytes);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @param apiTimeout of its calls to the cluster */
    public Admin admin(Duration apiTimeout) {
        return Admin.create(bounded(apiTimeout));
    }

    /** The properties that are passed on, with a time-out for every call. */
    Map<String, Object> bounded(Duration apiTimeout) {
        Map<String, Object> config = new HashMap<>(properties);
        NEVER_PASSED_ON.forEach(config::remove);
        // Configuration providers read files and the environment for whoever can write a configuration.
        config.keySet().removeIf(key -> key.startsWith("config.providers"));
        int timeoutMs = Math.clamp(apiTimeout.toMillis(), 1, Integer.MAX_VALUE);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(timeoutMs, 30_000));
        return config;
    }
}
