package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor;

/** How the Streams client is set up: the operator's own settings below, what sealing depends on above. */
final class StreamsConfiguration {
    /** As many as one transaction takes at saturation; Streams buffers no fewer, so a polled batch is worked off whole. */
    private static final int BATCH_RECORDS = 5_000;

    /** Commits are asked for at the end of each polled batch; this only bounds what a gap in that could leave open. */
    private static final int COMMIT_INTERVAL_MS = 1_000;

    private static final int RETRY_BACKOFF_MS = 5;

    /** A batch that is not full goes when the transaction ends, at the latest; at saturation few are better than many. */
    private static final int BATCH_BYTES = 256 * 1024;

    private static final int HEARTBEATS_A_SESSION = 6;

    /** A standby hears of its turn with its next heartbeat. */
    private static final int LONGEST_HEARTBEAT_MS = 1_000;

    private StreamsConfiguration() {}

    /** @throws CommandFailure where the operator's own settings contradict each other or what sealing depends on */
    static void require(SealerConfig config) {
        Map<String, Object> required = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                config.names().sealerGroup(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2);
        try {
            StreamsConfig unused = new StreamsConfig(of(config, 1, required));
        } catch (ConfigException | IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** @param required wins over everything else */
    static Properties of(SealerConfig config, int replicas, Map<String, Object> required) {
        Map<String, Object> all = new HashMap<>();
        // Streams' own choice would give the intake back to whoever has the lower process id, as soon as it has
        // restarted.
        all.put(StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG, StickyTaskAssignor.class.getName());
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BATCH_RECORDS);
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BATCH_RECORDS);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MS);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        all.putAll(config.connection().passThrough());

        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), config.maxRecordBytes());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicas);
        all.put(StreamsConfig.topicPrefix(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG), "false");
        if (replicas > 1) {
            all.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), "2");
        }
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                config.transactionTimeout().toMillis());
        int sessionMs = (int) config.sessionTimeout().toMillis();
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionMs);
        all.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.min(sessionMs / HEARTBEATS_A_SESSION, LONGEST_HEARTBEAT_MS));
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.connection().bootstrapServers());
        all.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDirectory().resolve("streams").toString());
        all.putAll(required);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
