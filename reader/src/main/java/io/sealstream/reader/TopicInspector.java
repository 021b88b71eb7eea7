package io.sealstream.reader;

import static java.util.Objects.requireNonNull;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the cluster about topics. It changes nothing there. */
public final class TopicInspector implements AutoCloseable {
    private final Admin admin;
    private final String address;
    private final Duration timeout;

    /**
     * @param timeout of each question
     * @throws LedgerUnreadableException where the client properties lead nowhere
     */
    public TopicInspector(KafkaConnection connection, Duration timeout) throws LedgerUnreadableException {
        this.address = connection.address();
        this.timeout = timeout;
        try {
            this.admin = connection.admin(timeout);
        } catch (KafkaException e) {
            throw new KafkaFailure("the cluster", address).unreadable(e);
        }
    }

    public String clusterId() throws LedgerUnreadableException {
        return await("the cluster's id", admin.describeCluster().clusterId());
    }

    /** @throws LedgerUnreadableException also where there is no such topic */
    public TopicFacts facts(String topic) throws LedgerUnreadableException {
        TopicDescription description = describe(topic);
        return new TopicFacts(
                topic,
                description.topicId().toString(),
                description.partitions().size(),
                description.partitions().getFirst().replicas().size(),
                settings(topic));
    }

    /**
     * The topic's id alone, as Kafka prints it.
     *
     * @throws LedgerUnreadableException also where there is no such topic
     */
    public String topicId(String topic) throws LedgerUnreadableException {
        return describe(topic).topicId().toString();
    }

    /**
     * Asks before anything is done what the cluster permits on a topic, so that it does not show half-way.
     *
     * @throws LedgerUnreadableException naming the operations that are not permitted; also where there is no such topic
     */
    public void requirePermitted(String topic, AclOperation... operations) throws LedgerUnreadableException {
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        var answers = admin.describeTopics(List.of(topic), options).topicNameValues();
        Set<AclOperation> permitted =
                await(topic, requireNonNull(answers.get(topic))).authorizedOperations();
        if (permitted == null) {
            return; // the brokers do not tell
        }
        String missing = Stream.of(operations)
                .filter(operation -> !permitted.contains(operation))
                .map(AclOperation::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new LedgerUnreadableException(
                    Reason.NOT_PERMITTED,
                    "no permission for " + missing + " on topic " + topic + " at " + address
                            + "; ask for an ACL, or use other credentials (--command-config)");
        }
    }

    /** @throws LedgerUnreadableException also where there is no such topic */
    public TopicRange range(String topic) throws LedgerUnreadableException {
        return new TopicRange(offset(topic, OffsetSpec.earliest()), offset(topic, OffsetSpec.latest()));
    }

    /**
     * Up to where readers of committed records see: the high watermark, or the start of the oldest open transaction.
     *
     * @throws LedgerUnreadableException also where there is no such topic
     */
    public long stableEnd(String topic) throws LedgerUnreadableException {
        return offset(topic, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /**
     * The oldest of the transactions that are open now; empty where none is.
     *
     * @throws LedgerUnreadableException also where there is no such topic, or it may not be read
     */
    public Optional<OpenTransaction> openTransaction(String topic) throws LedgerUnreadableException {
        TopicPartition partition = new TopicPartition(topic, 0);
        return await(topic, admin.describeProducers(List.of(partition)).partitionResult(partition))
                .activeProducers()
                .stream()
                .flatMap(producer -> open(topic, producer))
                .min(Comparator.comparingLong(OpenTransaction::startOffset));
    }

    private static Stream<OpenTransaction> open(String topic, ProducerState producer) {
        return producer.currentTransactionStartOffset().stream()
                .mapToObj(start -> new OpenTransaction(
                        topic, producer.producerId(), producer.producerEpoch(), start, producer.lastTimestamp()));
    }

    /** The offset at which {@code group} goes on in {@code topic}; empty where it has none. */
    public OptionalLong committed(String group, String topic) throws LedgerUnreadableException {
        TopicPartition partition = new TopicPartition(topic, 0);
        OffsetAndMetadata offset = await(
                        "the offset of group " + group,
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group))
                .get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset());
    }

    /** Whether anybody is in {@code group} now. */
    public boolean hasMembers(String group) throws LedgerUnreadableException {
        var answers = admin.describeConsumerGroups(List.of(group)).describedGroups();
        try {
            return !await("group " + group, requireNonNull(answers.get(group)))
                    .members()
                    .isEmpty();
        } catch (LedgerUnreadableException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    private long offset(String topic, OffsetSpec spec) throws LedgerUnreadableException {
        return offset(topic, spec, IsolationLevel.READ_UNCOMMITTED);
    }

    private long offset(String topic, OffsetSpec spec, IsolationLevel isolation) throws LedgerUnreadableException {
        TopicPartition partition = new TopicPartition(topic, 0);
        return await(
                        topic,
                        admin.listOffsets(Map.of(partition, spec), new ListOffsetsOptions(isolation))
                                .partitionResult(partition))
                .offset();
    }

    private TopicDescription describe(String topic) throws LedgerUnreadableException {
        var answers = admin.describeTopics(List.of(topic)).topicNameValues();
        return await(topic, requireNonNull(answers.get(topic)));
    }

    /** Empty where they may not be seen. */
    private Optional<TopicSettings> settings(String topic) throws LedgerUnreadableException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var answers = admin.describeConfigs(List.of(resource)).values();
        try {
            Map<String, String> values = new HashMap<>();
            for (ConfigEntry entry :
                    await(topic, requireNonNull(answers.get(resource))).entries()) {
                values.put(entry.name(), String.valueOf(entry.value()));
            }
            return Optional.of(TopicSettings.of(values));
        } catch (LedgerUnreadableException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T await(String what, KafkaFuture<T> answer) throws LedgerUnreadableException {
        try {
            // The client's own time-out comes first, and says more.
            return answer.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaFailure(what, address).unreadable(e.getCause() == null ? e : e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new KafkaFailure(what, address).unreadable(new TimeoutException(e));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
