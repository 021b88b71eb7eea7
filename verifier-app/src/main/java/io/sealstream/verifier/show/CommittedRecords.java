package io.sealstream.verifier.show;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.Sequence;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.SealedRecordDecoder;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of a sealed topic, from any offset: for questions that need not read all of it. What an open
 * transaction holds back does not count.
 */
public final class CommittedRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_WIDTH = 64;

    private final TopicPartition partition;
    private final String address;
    private final Duration timeout;
    private final Consumer<byte[], byte[]> consumer;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();
    private final TopicRange range;

    /**
     * @param timeout how long to wait without any progress
     * @throws LedgerUnreadableException where there is no broker, no topic or no permission
     */
    public CommittedRecords(KafkaConnection connection, String topic, Duration timeout)
            throws LedgerUnreadableException {
        this.partition = new TopicPartition(topic, 0);
        this.address = connection.address();
        this.timeout = timeout;
        long start;
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            // Asked first, since a topic that is missing tells so here.
            TopicFacts unused = inspector.facts(topic);
            start = inspector.range(topic).start();
        }
        this.consumer = connection.consumer(timeout);
        consumer.assign(Set.of(partition));
        // To a reader of committed records the end is the last stable offset.
        long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, start);
        this.range = new TopicRange(start, Math.max(start, end));
    }

    /** Empty where there is none. */
    public Optional<LedgerRecord> last() {
        AtomicReference<@Nullable LedgerRecord> last = new AtomicReference<>();
        long width = FIRST_WIDTH;
        long from = range.end();
        while (last.get() == null && from > range.start()) {
            long to = from;
            from = Math.max(range.start(), to - width);
            width *= 2;
            scan(from, to, record -> {
                last.set(record);
                return false;
            });
        }
        return Optional.ofNullable(last.get());
    }

    /** The first one that is wanted, where it should be or anywhere else. */
    public Optional<LedgerRecord> find(Wanted wanted) {
        // A record's offset is at least its sequence, unless somebody has rewritten the topic.
        long guess = wanted instanceof Wanted.BySequence(Sequence sequence)
                ? Math.clamp(sequence.value(), range.start(), range.end())
                : range.start();
        return find(wanted, guess, range.end()).or(() -> find(wanted, range.start(), guess));
    }

    private Optional<LedgerRecord> find(Wanted wanted, long from, long to) {
        AtomicReference<@Nullable LedgerRecord> found = new AtomicReference<>();
        scan(from, to, record -> {
            if (wanted.is(record)) {
                found.set(record);
            }
            return found.get() != null;
        });
        return Optional.ofNullable(found.get());
    }

    /** @param isEnough is given each record, until it says so */
    private void scan(long from, long to, Predicate<LedgerRecord> isEnough) {
        if (from < to) {
            consumer.seek(partition, from);
        }
        long position = from;
        long progressNanos = System.nanoTime();
        while (position < to) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                if (record.offset() >= to || isEnough.test(decoder.decode(record))) {
                    return;
                }
            }
            long reached = consumer.position(partition);
            if (reached > position) {
                position = reached;
                progressNanos = System.nanoTime();
            } else if (System.nanoTime() - progressNanos > timeout.toNanos()) {
                throw new CommandFailure(
                        ExitCode.ERROR,
                        partition.topic() + " at " + address + ": nothing came at offset " + position
                                + ", with records up to " + range.end() + "; check that its broker is up");
            }
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
