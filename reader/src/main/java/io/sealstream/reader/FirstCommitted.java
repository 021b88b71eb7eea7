package io.sealstream.reader;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Looks for the first committed record in a part of a topic: is there any, and what is it? */
public final class FirstCommitted {
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
        try (TopicScan scan = TopicScan.open(connection, topic, range, new Patience(timeout, timeout))) {
            return scan.find(range, record -> true);
        }
    }
}
