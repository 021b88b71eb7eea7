package io.sealstream.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Looks for the first committed record in a part of a topic: is there any, and what is it? */
public final class FirstCommitted {
    private static final Duration POLL = Duration.ofMillis(200);

    private FirstCommitted() {}

    /** The first of the whole topic, as it is now. */
    public static Optional<ConsumerRecord<byte[], byte[]>> of(
            KafkaConnection connection, String topic, Duration timeout) throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            return in(connection, topic, inspector.range(topic), timeout);
        }
    }

    /**
     * The first of {@code range}.
     *
     * @throws LedgerUnreadableException also where an open transaction hides the answer until {@code timeout}
     */
    public static Optional<ConsumerRecord<byte[], byte[]>> in(
            KafkaConnection connection, String topic, TopicRange range, Duration timeout)
            throws LedgerUnreadableException {
        if (range.start() >= range.end()) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        KafkaFailure failure = new KafkaFailure(topic, connection.address());
        try (Consumer<byte[], byte[]> consumer = connection.consumer(timeout)) {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, range.start());
            long begunNanos = System.nanoTime();
            while (consumer.position(partition) < range.end()) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    return Optional.of(polled.iterator().next()).filter(first -> first.offset() < range.end());
                }
                if (System.nanoTime() - begunNanos > timeout.toNanos()) {
                    throw failure.unreadable(new KafkaException("offset " + consumer.position(partition) + " of "
                            + range.end() + " was reached; is a transaction open?"));
                }
            }
            return Optional.empty();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw failure.unreadable(e);
        }
    }
}
