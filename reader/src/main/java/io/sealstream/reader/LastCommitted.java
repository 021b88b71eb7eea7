package io.sealstream.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the last committed record of a topic, without reading the whole: markers, and the records of transactions that
 * were aborted, can stand behind it, so it looks ever further back.
 */
public final class LastCommitted {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_STEP = 16;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Duration timeout;

    private LastCommitted(Consumer<byte[], byte[]> consumer, TopicPartition partition, Duration timeout) {
        this.consumer = consumer;
        this.partition = partition;
        this.timeout = timeout;
    }

    /**
     * The last that readers of committed records see now; what stands behind the start of an open transaction they don't.
     *
     * @param timeout of each question, and of each step back
     */
    public static Optional<ConsumerRecord<byte[], byte[]>> of(
            KafkaConnection connection, String topic, Duration timeout) throws LedgerUnreadableException {
        TopicRange range;
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            range = new TopicRange(inspector.range(topic).start(), inspector.stableEnd(topic));
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<byte[], byte[]> consumer = connection.consumer(timeout)) {
            consumer.assign(Set.of(partition));
            return Optional.ofNullable(new LastCommitted(consumer, partition, timeout).in(range));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new KafkaFailure(topic, connection.address()).unreadable(e);
        }
    }

    private @Nullable ConsumerRecord<byte[], byte[]> in(TopicRange range) {
        long end = range.end();
        for (long step = FIRST_STEP; end > range.start(); step *= 2) {
            long from = Math.max(range.start(), end - step);
            ConsumerRecord<byte[], byte[]> last = lastFrom(from, end);
            if (last != null) {
                return last;
            }
            end = from;
        }
        return null;
    }

    private @Nullable ConsumerRecord<byte[], byte[]> lastFrom(long from, long end) {
        consumer.seek(partition, from);
        ConsumerRecord<byte[], byte[]> last = null;
        long begunNanos = System.nanoTime();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                last = record.offset() < end ? record : last;
            }
            if (System.nanoTime() - begunNanos > timeout.toNanos()) {
                throw new KafkaException(
                        "offset " + consumer.position(partition) + " of " + end + " was reached in " + timeout);
            }
        }
        return last;
    }
}
