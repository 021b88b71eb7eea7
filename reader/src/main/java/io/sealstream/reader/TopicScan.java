package io.sealstream.reader;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of a topic's one partition, in a range of offsets that was fixed before.
 *
 * <p>A high watermark is beyond what committed readers may see while a transaction is open, so an end that they have not
 * reached is never taken for one that they have. Nor is an empty poll: only the position tells, which passes
 * markers, aborted records and what compaction took.
 */
final class TopicScan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAST_QUESTION = Duration.ofSeconds(5);

    private final KafkaConnection connection;
    private final TopicPartition partition;
    private final KafkaFailure failure;
    private final Patience patience;
    private final TopicRange range;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private TopicRange part;
    private long goal;
    private long position;

    private TopicScan(
            KafkaConnection connection,
            TopicPartition partition,
            KafkaFailure failure,
            Patience patience,
            TopicRange range,
            KafkaConsumer<byte[], byte[]> consumer) {
        this.connection = connection;
        this.partition = partition;
        this.failure = failure;
        this.patience = patience;
        this.range = range;
        this.consumer = consumer;
        this.part = range;
        this.goal = range.end();
        this.position = range.start();
    }

    /** From where the log starts up to its high watermark, as they are now. */
    static TopicScan open(KafkaConnection connection, String topic, Patience patience)
            throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, patience.stall())) {
            TopicFacts facts = inspector.facts(topic);
            if (facts.partitions() != 1) {
                throw new KafkaFailure(topic, connection.address())
                        .unreadable(new KafkaException(
                                "it has " + facts.partitions() + " partitions, and a topic of a ledger has one"));
            }
            inspector.requirePermitted(topic, AclOperation.READ);
            return open(connection, topic, inspector.range(topic), patience);
        }
    }

    /** Of {@code range}, of which somebody has asked the cluster before. */
    static TopicScan open(KafkaConnection connection, String topic, TopicRange range, Patience patience)
            throws LedgerUnreadableException {
        return open(connection, topic, range, patience, connection::consumer);
    }

    /** @param fetchBytes fetched at once */
    static TopicScan open(KafkaConnection connection, String topic, TopicRange range, Patience patience, int fetchBytes)
            throws LedgerUnreadableException {
        return open(connection, topic, range, patience, timeout -> connection.consumer(timeout, fetchBytes));
    }

    private static TopicScan open(
            KafkaConnection connection,
            String topic,
            TopicRange range,
            Patience patience,
            Function<Duration, KafkaConsumer<byte[], byte[]>> consumers)
            throws LedgerUnreadableException {
        KafkaFailure failure = new KafkaFailure(topic, connection.address());
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            KafkaConsumer<byte[], byte[]> consumer = consumers.apply(patience.stall());
            consumer.assign(Set.of(partition));
            return new TopicScan(connection, partition, failure, patience, range, consumer);
        } catch (KafkaException e) {
            throw failure.unreadable(e);
        }
    }

    TopicRange range() {
        return range;
    }

    /** All of the range. */
    ReadResult read(Consumer<ConsumerRecord<byte[], byte[]>> sink) throws LedgerUnreadableException {
        return readPart(range, sink);
    }

    /** As {@link #read}, all of it. What it says of an end that it did not reach is that of the whole range. */
    ReadResult readPart(TopicRange wanted, Consumer<ConsumerRecord<byte[], byte[]>> sink)
            throws LedgerUnreadableException {
        goal = range.end();
        return scan(wanted, record -> {
            sink.accept(record);
            return false;
        });
    }

    /**
     * Can be asked more than once, in any order.
     *
     * @param wanted a part of the range
     * @param isEnough is given each record, until it says so; that is as good as the end
     */
    ReadResult read(TopicRange wanted, Predicate<ConsumerRecord<byte[], byte[]>> isEnough)
            throws LedgerUnreadableException {
        goal = wanted.end();
        return scan(wanted, isEnough);
    }

    private ReadResult scan(TopicRange wanted, Predicate<ConsumerRecord<byte[], byte[]>> isEnough)
            throws LedgerUnreadableException {
        part = wanted;
        consumer.seek(partition, part.start());
        position = part.start();
        long begunNanos = System.nanoTime();
        long progressNanos = begunNanos;
        while (position < part.end()) {
            ConsumerRecords<byte[], byte[]> polled;
            try {
                polled = consumer.poll(POLL);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                return failed(e);
            }
            long now = System.nanoTime();
            if (suffices(polled, isEnough)) {
                return new ReadResult.Complete();
            }
            if (advance(polled)) {
                progressNanos = System.nanoTime();
            } else if (now - progressNanos > patience.stall().toNanos()) {
                return incomplete(whyNothingCame());
            }
            if (position < part.end() && now - begunNanos > patience.overall().toNanos()) {
                return incomplete("the time-out of " + patience.overall().toMillis() + " ms was over");
            }
        }
        return new ReadResult.Complete();
    }

    /**
     * The first record of {@code wanted} that {@code isIt}.
     *
     * @throws LedgerUnreadableException where reading stopped before it was found
     */
    Optional<ConsumerRecord<byte[], byte[]>> find(TopicRange wanted, Predicate<ConsumerRecord<byte[], byte[]>> isIt)
            throws LedgerUnreadableException {
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        ReadResult read = read(wanted, record -> {
            if (isIt.test(record)) {
                found.set(record);
            }
            return found.get() != null;
        });
        if (read instanceof ReadResult.Incomplete(String reason)) {
            throw new LedgerUnreadableException(Reason.OTHER, reason);
        }
        return Optional.ofNullable(found.get());
    }

    private boolean suffices(
            ConsumerRecords<byte[], byte[]> polled, Predicate<ConsumerRecord<byte[], byte[]>> isEnough) {
        for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
            if (record.offset() < part.end() && isEnough.test(record)) {
                return true;
            }
        }
        return false;
    }

    private boolean advance(ConsumerRecords<byte[], byte[]> polled) {
        OffsetAndMetadata next = polled.nextOffsets().get(partition);
        if (next == null || next.offset() <= position) {
            return false;
        }
        position = Math.min(next.offset(), part.end());
        return true;
    }

    private ReadResult failed(KafkaException e) throws LedgerUnreadableException {
        if (e instanceof AuthorizationException && position == part.start()) {
            throw failure.unreadable(e);
        }
        return incomplete(
                e instanceof InvalidOffsetException
                        ? "records were deleted while they were read: " + KafkaFailure.oneLine(e)
                        : KafkaFailure.oneLine(e));
    }

    private String whyNothingCame() {
        try {
            // To a reader of committed records the end is the last stable offset.
            long stable = consumer.endOffsets(Set.of(partition), LAST_QUESTION).getOrDefault(partition, position);
            return stable <= position
                    ? "an open transaction holds back what comes after" + whose()
                    : "nothing came for " + patience.stall().toMillis() + " ms";
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return "the broker stopped answering: " + KafkaFailure.oneLine(e);
        }
    }

    private String whose() {
        try (TopicInspector inspector = new TopicInspector(connection, LAST_QUESTION)) {
            return inspector
                    .openTransaction(partition.topic())
                    .map(open -> ": " + open.describe(failure.address(), Instant.now()))
                    .orElse("; read again, it has just ended");
        } catch (LedgerUnreadableException e) {
            return "; whose it is could not be seen (" + e.getMessage() + "); read again when it has ended";
        }
    }

    private ReadResult incomplete(String why) {
        return new ReadResult.Incomplete(failure.what() + " at " + failure.address() + " was read up to offset "
                + position + " of " + goal + ": " + why);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
