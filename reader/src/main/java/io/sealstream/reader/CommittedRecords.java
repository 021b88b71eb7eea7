package io.sealstream.reader;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of a topic, from any offset: for questions that need not read all of it. What an open transaction
 * holds back does not count.
 */
public final class CommittedRecords implements AutoCloseable {
    private static final long FIRST_WIDTH = 64;

    private final TopicScan scan;

    private CommittedRecords(TopicScan scan) {
        this.scan = scan;
    }

    /**
     * @param timeout how long to wait without any progress
     * @throws LedgerUnreadableException where there is no broker, no topic or no permission
     */
    public static CommittedRecords open(KafkaConnection connection, String topic, Duration timeout)
            throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            inspector.requirePermitted(topic, AclOperation.READ);
            long start = inspector.range(topic).start();
            TopicRange stable = new TopicRange(start, Math.max(start, inspector.stableEnd(topic)));
            return new CommittedRecords(TopicScan.open(connection, topic, stable, Patience.ofStall(timeout)));
        }
    }

    /**
     * Empty where there is none.
     *
     * @throws LedgerUnreadableException where reading stopped before it was found
     */
    public Optional<ConsumerRecord<byte[], byte[]>> last() throws LedgerUnreadableException {
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
        long width = FIRST_WIDTH;
        long from = scan.range().end();
        while (last.get() == null && from > scan.range().start()) {
            long to = from;
            from = Math.max(scan.range().start(), to - width);
            width *= 2;
            ReadResult read = scan.read(new TopicRange(from, to), record -> {
                last.set(record);
                return false;
            });
            if (read instanceof ReadResult.Incomplete(String reason)) {
                throw new LedgerUnreadableException(Reason.OTHER, reason);
            }
        }
        return Optional.ofNullable(last.get());
    }

    /**
     * The first one that is wanted, where it should be or anywhere else.
     *
     * @param likely the lowest offset at which it should be; any number will do
     * @throws LedgerUnreadableException where reading stopped before it was found
     */
    public Optional<ConsumerRecord<byte[], byte[]>> find(Predicate<ConsumerRecord<byte[], byte[]>> wanted, long likely)
            throws LedgerUnreadableException {
        long guess = Math.clamp(likely, scan.range().start(), scan.range().end());
        Optional<ConsumerRecord<byte[], byte[]>> found =
                scan.find(new TopicRange(guess, scan.range().end()), wanted);
        return found.isPresent() ? found : scan.find(new TopicRange(scan.range().start(), guess), wanted);
    }

    @Override
    public void close() {
        scan.close();
    }
}
