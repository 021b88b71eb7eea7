package io.sealstream.reader;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The settings of a topic that matter to a ledger, whether they are its own or the cluster's default.
 *
 * @param cleanupPolicies compact, delete, or both
 * @param timestampType CreateTime or LogAppendTime
 * @param retentionMs -1 for no limit
 * @param retentionBytes -1 for no limit
 * @param maxMessageBytes the largest batch of records that the topic takes
 */
public record TopicSettings(
        Set<String> cleanupPolicies,
        String timestampType,
        long retentionMs,
        long retentionBytes,
        int minInSyncReplicas,
        boolean uncleanLeaderElection,
        int maxMessageBytes) {

    static TopicSettings of(Map<String, String> values) {
        return new TopicSettings(
                Set.copyOf(
                        List.of(value(values, TopicConfig.CLEANUP_POLICY_CONFIG).split(","))),
                value(values, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG),
                Long.parseLong(value(values, TopicConfig.RETENTION_MS_CONFIG)),
                Long.parseLong(value(values, TopicConfig.RETENTION_BYTES_CONFIG)),
                Integer.parseInt(value(values, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)),
                Boolean.parseBoolean(value(values, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG)),
                Integer.parseInt(value(values, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the cluster does not tell a topic's " + name + "; is it Kafka?");
        }
        return value;
    }
}
