package io.sealstream.reader;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

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
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> first = new AtomicReference<>();
        try (TopicScan scan = TopicScan.open(connection, topic, range, new Patience(timeout, timeout))) {
            ReadResult read = scan.read(range, record -> {
                first.set(record);
                return true;
            });
            if (read instanceof ReadResult.Incomplete(String reason)) {
                throw new LedgerUnreadableException(Reason.OTHER, reason);
            }
        }
        return Optional.ofNullable(first.get());
    }
}
