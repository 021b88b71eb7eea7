package io.sealstream.client.verifying;

import io.sealstream.client.LedgerNotReadyException;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.SealedRecordDecoder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code L.sealed} and verifies each record before it gives it out: numbers without a gap, the chain, hashes and
 * payloads, times, and the certificates where the ledger requires them. That no event id occurs twice it does not check,
 * since that takes a memory of all; {@code sealstream verify} does. Which topic a ledger belongs to is known only where the
 * ledger ended when this was opened: until there, a copy of it in another topic looks the same.
 *
 * <p>It belongs to no group: its {@link #position} is the caller's to keep, behind what was done with the events. As with
 * Kafka's consumer, one thread at a time uses it; only {@link #wakeup} is for others.
 *
 * <pre>{@code
 * PositionFile file = new PositionFile(Path.of("payments.position"));
 * try (var consumer = VerifyingConsumer.open(connection, names, file.load())) {
 *     while (consumer.poll(Duration.ofSeconds(1)) instanceof Polled.Verified(var events)) {
 *         events.forEach(this::handle);
 *         if (!events.isEmpty()) {
 *             file.save(consumer.position());
 *         }
 *     }
 * }
 * }</pre>
 */
public final class VerifyingConsumer implements AutoCloseable {
    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final WatchedTopic topic;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();
    private final Verification verification;
    private VerifiedPosition position;
    private @Nullable Polled end;

    private VerifyingConsumer(Consumer<byte[], byte[]> consumer, WatchedTopic topic, VerifiedPosition from) {
        this.consumer = consumer;
        this.topic = topic;
        this.position = from;
        this.verification = Verification.resume(
                from.state(),
                from.controlEvents(),
                new CertificateVerifier(SignatureSchemes.supported()),
                eventId -> () -> true,
                VerificationOptions.ofTopic(topic.identity()).withSignatures(Signatures.REQUIRED));
        consumer.assign(Set.of(topic.partition()));
        consumer.seek(topic.partition(), from.next());
    }

    /**
     * @param from where another one stood; empty for the beginning of the ledger
     * @throws LedgerUnreadableException where the topic is not there, or can't be reached or read
     * @throws LedgerNotReadyException where the ledger in it is another one than {@code names} says
     * @throws org.apache.kafka.common.KafkaException where the connection's properties are wrong
     */
    public static VerifyingConsumer open(
            KafkaConnection connection, LedgerTopicNames names, Optional<VerifiedPosition> from) throws IOException {
        GenesisReader.Start genesis = GenesisReader.read(connection, names, QUESTION);
        if (genesis instanceof GenesisReader.Foreign(String reason)) {
            throw new LedgerNotReadyException(
                    names.sealed() + " at " + connection.address() + " is not this ledger: " + reason);
        }
        WatchedTopic topic = WatchedTopic.open(connection, names.sealed(), QUESTION);
        Consumer<byte[], byte[]> consumer = connection.consumer(QUESTION);
        try {
            VerifyingConsumer opened = new VerifyingConsumer(
                    consumer, topic, from.orElseGet(() -> VerifiedPosition.start(topic.identity())));
            opened.requireSame(genesis);
            return opened;
        } catch (RuntimeException e) {
            consumer.close();
            topic.close();
            throw e;
        }
    }

    /** What stands in the topic now has to be what was verified before. */
    private void requireSame(GenesisReader.Start genesis) {
        Optional<Hash> before = position.ledgerId();
        boolean isSame = before.isEmpty()
                || (genesis instanceof GenesisReader.Found(SealedEvent record, var unused)
                        && record.eventHash().equals(before.get()));
        if (!isSame || !position.topic().equals(topic.identity())) {
            end = new Polled.Lost(topic.partition().topic() + " (" + topic.identity()
                    + ") is not what was verified before ("
                    + position.topic() + ", ledger " + before.map(Hash::hex).orElse("unknown")
                    + "): it was deleted and made anew, or restored; run sealstream verify with a checkpoint before it is"
                    + " read from its beginning");
        }
    }

    /**
     * Waits at most {@code timeout} for records, and some seconds more where the brokers do not answer. An outage is no
     * fault: it gives no events, and tries again when it is called again.
     *
     * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}
     * @throws org.apache.kafka.common.KafkaException where the topic may not be read
     */
    public Polled poll(Duration timeout) {
        if (end == null) {
            Polled polled = topic.loss().<Polled>map(Polled.Lost::new).orElseGet(() -> verified(timeout));
            if (polled instanceof Polled.Verified) {
                return polled;
            }
            end = polled;
        }
        return end;
    }

    private Polled verified(Duration timeout) {
        if (!topic.isSeen()) {
            return new Polled.Verified(List.of());
        }
        ConsumerRecords<byte[], byte[]> polled;
        try {
            polled = consumer.poll(timeout);
        } catch (InvalidOffsetException e) {
            return new Polled.Lost("what comes behind sequence "
                    + position.last().map(Object::toString).orElse("(none)") + " is no longer in "
                    + topic.partition().topic() + ": " + e.getMessage() + "; run sealstream verify with a checkpoint");
        }
        List<LedgerRecord> records =
                polled.records(topic.partition()).stream().map(decoder::decode).toList();
        OffsetAndMetadata next = polled.nextOffsets().getOrDefault(topic.partition(), position.next());
        Optional<Polled> refused = refusal(records, next.offset());
        if (refused.isPresent()) {
            return refused.get();
        }
        position = new VerifiedPosition(topic.identity(), next, verification.state(), verification.controlEvents());
        return new Polled.Verified(
                records.stream().map(VerifyingConsumer::event).toList());
    }

    private Optional<Polled> refusal(List<LedgerRecord> records, long next) {
        List<Fault> faults = verification.accept(records);
        if (faults.isEmpty() && next >= topic.endWhenOpened()) {
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
        topic.close();
    }
}
