package io.sealstream.client.verifying;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.SealedRecordDecoder;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code L.sealed} and verifies each record before it gives it out: numbers without a gap, the chain, hashes and
 * payloads, times, and the certificates where the ledger requires them. That no event id occurs twice it does not check,
 * since that takes a memory of all; {@code sealstream verify} does.
 *
 * <p>It belongs to no group: its {@link #position} is the caller's to keep, behind what was done with the events. As with
 * Kafka's consumer, one thread at a time uses it; only {@link #wakeup} is for others.
 *
 * <pre>{@code
 * PositionFile file = new PositionFile(Path.of("payments.position"));
 * try (var consumer = VerifyingConsumer.open(connection, names, file.load())) {
 *     while (consumer.poll(Duration.ofSeconds(1)) instanceof Polled.Verified(var events)) {
 *         events.forEach(this::handle);
 *         file.save(consumer.position());
 *     }
 * }
 * }</pre>
 */
public final class VerifyingConsumer implements AutoCloseable {
    private static final Duration QUESTION = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final TopicIdentity topic;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();
    private final Verification verification;
    private VerifiedPosition position;
    private @Nullable Polled end;

    private VerifyingConsumer(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, TopicIdentity topic, VerifiedPosition from) {
        this.consumer = consumer;
        this.partition = partition;
        this.topic = topic;
        this.position = from;
        this.verification = Verification.resume(
                from.state(),
                from.controlEvents(),
                new CertificateVerifier(SignatureSchemes.supported()),
                eventId -> () -> true,
                VerificationOptions.ofTopic(topic).withSignatures(Signatures.REQUIRED));
    }

    /**
     * @param from where another one stood; empty for the beginning of the ledger
     * @throws LedgerUnreadableException where the topic is not there, or can't be reached or read
     * @throws org.apache.kafka.common.KafkaException where the connection's properties are wrong
     * @throws IllegalArgumentException where {@code from} contradicts itself
     */
    public static VerifyingConsumer open(
            KafkaConnection connection, LedgerTopicNames names, Optional<VerifiedPosition> from)
            throws LedgerUnreadableException {
        TopicIdentity topic;
        try (TopicInspector inspector = new TopicInspector(connection, QUESTION)) {
            topic = new TopicIdentity(inspector.clusterId(), inspector.topicId(names.sealed()));
        }
        Consumer<byte[], byte[]> consumer = connection.consumer(QUESTION);
        try {
            return open(consumer, new TopicPartition(names.sealed(), 0), topic, from);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static VerifyingConsumer open(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            TopicIdentity topic,
            Optional<VerifiedPosition> from) {
        consumer.assign(Set.of(partition));
        if (from.isEmpty()) {
            consumer.seekToBeginning(Set.of(partition));
            VerifiedPosition start =
                    new VerifiedPosition(topic, new OffsetAndMetadata(0), VerificationState.START, List.of());
            return new VerifyingConsumer(consumer, partition, topic, start);
        }
        consumer.seek(partition, from.get().next());
        VerifyingConsumer opened = new VerifyingConsumer(consumer, partition, topic, from.get());
        opened.requireSameTopic(from.get().topic());
        return opened;
    }

    private void requireSameTopic(TopicIdentity before) {
        if (!before.equals(topic)) {
            end = new Polled.Lost(partition.topic() + " is " + topic + ", and " + before
                    + " was verified before: it was deleted and made anew, or restored; read it from the beginning");
        }
    }

    /**
     * Waits at most {@code timeout} for records. An outage is no fault: it gives no events, and tries again when it is
     * called again.
     *
     * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}
     * @throws org.apache.kafka.common.KafkaException where the topic may not be read
     */
    public Polled poll(Duration timeout) {
        if (end == null) {
            Polled polled = verified(timeout);
            if (polled instanceof Polled.Verified) {
                return polled;
            }
            end = polled;
        }
        return end;
    }

    private Polled verified(Duration timeout) {
        ConsumerRecords<byte[], byte[]> polled;
        try {
            polled = consumer.poll(timeout);
        } catch (InvalidOffsetException e) {
            return new Polled.Lost("what comes behind sequence "
                    + position.last().map(Object::toString).orElse("(none)") + " is no longer in " + partition.topic()
                    + ": " + e.getMessage() + "; run sealstream verify, with a checkpoint");
        }
        List<LedgerRecord> records =
                polled.records(partition).stream().map(decoder::decode).toList();
        Optional<Polled> refused = refusal(records);
        if (refused.isPresent()) {
            return refused.get();
        }
        OffsetAndMetadata after = polled.nextOffsets().get(partition);
        if (after != null) {
            position = new VerifiedPosition(topic, after, verification.state(), verification.controlEvents());
        }
        return new Polled.Verified(
                records.stream().map(VerifyingConsumer::event).toList());
    }

    private Optional<Polled> refusal(List<LedgerRecord> records) {
        List<Fault> faults = verification.accept(records);
        if (faults.isEmpty() && isAtEnd()) {
            // A ledger that was restored says so only behind all that was there before.
            faults = verification.topicReplaced().stream().toList();
        }
        if (!faults.isEmpty()) {
            return Optional.of(new Polled.Tampered(faults));
        }
        return verification.lacksAlgorithm()
                ? Optional.of(new Polled.Unsupported(verification.resultSoFar().unsupportedAlgorithms()))
                : Optional.empty();
    }

    /** As far as the consumer knows from its last fetch. */
    private boolean isAtEnd() {
        return consumer.currentLag(partition).orElse(1) == 0;
    }

    private static SealedEvent event(LedgerRecord record) {
        if (record.content() instanceof LedgerRecord.Decoded(SealedEvent event)) {
            return event;
        }
        throw new IllegalStateException(
                "the record at offset " + record.offset() + " is no event, and no fault was found");
    }

    /** Behind the events of the last poll. It is a value: keep it when they have been dealt with. */
    public VerifiedPosition position() {
        return position;
    }

    /** Ends the poll that another thread is in, or the next one. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
