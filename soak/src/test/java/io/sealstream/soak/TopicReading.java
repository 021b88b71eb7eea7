package io.sealstream.soak;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the committed records of a topic up to its high watermark. Where a transaction that nobody ends holds them back,
 * reading would never come there: it gives up, and says whose it is.
 *
 * @param patience how long nothing may come
 */
record TopicReading(KafkaConnection connection, String topic, Duration patience) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    void each(Consumer<ConsumerRecord<byte[], byte[]>> sink) throws LedgerUnreadableException {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (TopicInspector inspector = new TopicInspector(connection, TIMEOUT);
                KafkaConsumer<byte[], byte[]> consumer = connection.consumer(TIMEOUT)) {
            long end = inspector.range(topic).end();
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long position = consumer.position(partition);
            while (position < end) {
                long next = next(consumer, partition, sink);
                if (next == position) {
                    throw new AssertionError(stuck(inspector, position, end));
                }
                position = next;
            }
        }
    }

    /** The position once something has come, or as it was when patience was over. */
    private long next(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        long position = consumer.position(partition);
        long begunNanos = System.nanoTime();
        while (consumer.position(partition) == position && System.nanoTime() - begunNanos < patience.toNanos()) {
            consumer.poll(POLL).forEach(sink);
        }
        return consumer.position(partition);
    }

    private String stuck(TopicInspector inspector, long position, long end) throws LedgerUnreadableException {
        String why = inspector
                .openTransaction(topic)
                .map(open -> "a transaction is open: " + open.describe(connection.address(), Instant.now()))
                .orElse("no transaction is open");
        return topic + " was read up to offset " + position + " of " + end + ", and nothing came for "
                + patience.toMillis() + " ms; " + why;
    }
}
