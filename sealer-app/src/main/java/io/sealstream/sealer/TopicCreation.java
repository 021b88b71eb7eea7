package io.sealstream.sealer;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a ledger's topics as docs/format.md section 8 wants them. One that is there already is left as it is. */
final class TopicCreation {
    /** Above the largest sealed record that the sealer takes by default, and above what producers send by default. */
    private static final String MAX_MESSAGE_BYTES = Integer.toString(2 * 1024 * 1024);

    private static final Map<String, String> KEPT = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

    private final KafkaConnection connection;
    private final Duration timeout;
    private final Optional<Short> replicationFactor;

    /** @param replicationFactor negative for the brokers' default */
    TopicCreation(KafkaConnection connection, Duration timeout, short replicationFactor) {
        this.connection = connection;
        this.timeout = timeout;
        this.replicationFactor = replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor);
    }

    void create(LedgerTopicNames names) {
        List<NewTopic> topics = List.of(
                topic(names.intake(), KEPT, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                topic(
                        names.sealed(),
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "CreateTime"),
                topic(names.rejected(), KEPT, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
        try (Admin admin = connection.admin(timeout)) {
            admin.createTopics(topics).values().forEach((topic, made) -> make(admin, topic, made));
        }
    }

    /** The brokers' refusal does not name the topic. */
    private void make(Admin admin, String topic, KafkaFuture<Void> made) {
        try {
            boolean isNew = isNew(topic, made);
            TopicDescription known = awaitKnown(admin, topic);
            if (isNew) {
                keepTwoInSync(admin, known);
            }
        } catch (TopicAuthorizationException e) {
            throw new TopicAuthorizationException(e.getMessage(), Set.of(topic));
        }
    }

    private static boolean isNew(String topic, KafkaFuture<Void> made) {
        try {
            KafkaAnswer.of(made);
            return true;
        } catch (TopicExistsException e) {
            LOG.info("{} is there already, and stays as it is", topic);
            return false;
        }
    }

    /** How many replicas the brokers' default gives shows only when the topic was made. */
    private static void keepTwoInSync(Admin admin, TopicDescription topic) {
        if (topic.partitions().getFirst().replicas().size() > 1) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            ConfigEntry two = new ConfigEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
            KafkaAnswer.of(admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(two, OpType.SET))))
                    .all());
        }
    }

    /** A broker that has not heard of a new topic yet says that there is none. */
    private TopicDescription awaitKnown(Admin admin, String topic) {
        return KafkaAnswer.after(
                UnknownTopicOrPartitionException.class,
                timeout,
                () -> KafkaAnswer.of(admin.describeTopics(List.of(topic)).allTopicNames())
                        .values()
                        .iterator()
                        .next());
    }

    private NewTopic topic(String name, Map<String, String> settings, String key, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(key, value);
        all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_MESSAGE_BYTES);
        all.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(name, Optional.of(1), replicationFactor).configs(all);
    }
}
