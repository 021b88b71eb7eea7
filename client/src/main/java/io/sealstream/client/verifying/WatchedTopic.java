package io.sealstream.client.verifying;

import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicWatch;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The sealed topic as the cluster tells of it, beside what is read there. */
final class WatchedTopic implements AutoCloseable {
    private final TopicInspector inspector;
    private final TopicPartition partition;
    private final TopicIdentity identity;
    private final TopicWatch watch;
    private final long endWhenOpened;
    private boolean isSeen;

    private WatchedTopic(
            TopicInspector inspector, TopicPartition partition, TopicIdentity identity, long endWhenOpened) {
        this.inspector = inspector;
        this.partition = partition;
        this.identity = identity;
        this.watch = new TopicWatch(inspector, partition.topic(), identity.topicId());
        this.endWhenOpened = endWhenOpened;
    }

    /** @throws LedgerUnreadableException where the topic is not there, or can't be reached */
    static WatchedTopic open(KafkaConnection connection, String topic, Duration timeout)
            throws LedgerUnreadableException {
        TopicInspector inspector = new TopicInspector(connection, timeout);
        try {
            TopicIdentity identity = new TopicIdentity(inspector.clusterId(), inspector.topicId(topic));
            return new WatchedTopic(
                    inspector,
                    new TopicPartition(topic, 0),
                    identity,
                    inspector.range(topic).end());
        } catch (LedgerUnreadableException e) {
            inspector.close();
            throw e;
        }
    }

    TopicPartition partition() {
        return partition;
    }

    TopicIdentity identity() {
        return identity;
    }

    /** The high watermark, which may hold what is not committed. */
    long endWhenOpened() {
        return endWhenOpened;
    }

    /** Whether it was seen whole, once. */
    boolean isSeen() {
        return isSeen;
    }

    /** Why there is no use in reading on, or empty; asks the cluster every few seconds. */
    Optional<String> loss() {
        if (isSeen && !watch.isDue()) {
            return Optional.empty();
        }
        try {
            return switch (watch.look()) {
                case TopicWatch.Whole whole -> {
                    isSeen = true;
                    yield Optional.empty();
                }
                case TopicWatch.Lost lost -> Optional.of(lost.detail());
            };
        } catch (LedgerUnreadableException e) { // an outage: what comes from the consumer is verified all the same
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        inspector.close();
    }
}
