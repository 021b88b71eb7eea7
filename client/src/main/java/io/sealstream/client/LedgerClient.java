package io.sealstream.client;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Submits certified events to one ledger and follows each to its outcome. Many can be in flight; all methods are safe to
 * share between threads.
 *
 * <pre>{@code
 * try (LedgerClient client = LedgerClient.open(connection, new LedgerTopicNames("payments"), ClientSettings.DEFAULT)) {
 *     EventSigner signer = EventSigner.ofKeyFile(client.ledgerId(), Path.of("producer.key"));
 *     SubmissionOutcome outcome = client.submit(signer.sign(event)).get();
 * }
 * }</pre>
 */
public final class LedgerClient implements AutoCloseable {
    private final GenesisReader.Found start;
    private final ClientSettings settings;
    private final InFlight inFlight;
    private final OutcomeFollower follower;
    private final IntakeWriter writer;

    private LedgerClient(
            GenesisReader.Found start,
            ClientSettings settings,
            InFlight inFlight,
            OutcomeFollower follower,
            IntakeWriter writer) {
        this.start = start;
        this.settings = settings;
        this.inFlight = inFlight;
        this.follower = follower;
        this.writer = writer;
    }

    /**
     * Reads the genesis, checks its hash, and begins to follow outcomes.
     *
     * @throws LedgerUnreadableException where a topic can't be read
     * @throws LedgerNotReadyException where there is no genesis, or another ledger's
     * @throws KafkaException where the connection's properties are wrong
     */
    public static LedgerClient open(KafkaConnection connection, LedgerTopicNames names, ClientSettings settings)
            throws IOException {
        GenesisReader.Found start = start(connection, names, settings);
        OutcomeDecoder decoder = new OutcomeDecoder(
                names,
                intakeTopicId(connection, names, settings),
                start.genesis().hash());
        InFlight inFlight = new InFlight(settings);
        OutcomeFollower follower =
                follow(connection, connection.consumer(settings.timeout()), names, decoder, inFlight);
        try {
            var producer = new KafkaProducer<>(
                    ProducerSettings.of(connection.properties(), settings),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            return new LedgerClient(
                    start, settings, inFlight, follower, new IntakeWriter(producer, names.intake(), inFlight));
        } catch (RuntimeException e) {
            follower.close();
            throw e;
        }
    }

    private static GenesisReader.Found start(
            KafkaConnection connection, LedgerTopicNames names, ClientSettings settings) throws IOException {
        String where = names.sealed() + " at " + connection.address();
        return switch (GenesisReader.read(connection, names, settings.timeout())) {
            case GenesisReader.Found found -> found;
            case GenesisReader.Empty empty ->
                throw new LedgerNotReadyException(where + " has no genesis; make the ledger with: sealstream init");
            case GenesisReader.Damaged damaged ->
                throw new LedgerNotReadyException(
                        where + " was tampered with: " + damaged.reason() + "; run: sealstream verify");
            case GenesisReader.Foreign foreign ->
                throw new LedgerNotReadyException(where + " is not this ledger: " + foreign.reason());
        };
    }

    /** Asked before anything is sent: an event whose outcome may not be read would be submitted, and stay unknown. */
    private static String intakeTopicId(KafkaConnection connection, LedgerTopicNames names, ClientSettings settings)
            throws IOException {
        try (TopicInspector inspector = new TopicInspector(connection, settings.timeout())) {
            inspector.requirePermitted(names.intake(), AclOperation.WRITE);
            inspector.requirePermitted(names.rejected(), AclOperation.READ);
            inspector.requirePermitted(names.sealed(), AclOperation.READ);
            return inspector.topicId(names.intake());
        }
    }

    /** @throws LedgerUnreadableException where brokers went away since they were asked */
    static OutcomeFollower follow(
            KafkaConnection connection,
            Consumer<byte[], byte[]> consumer,
            LedgerTopicNames names,
            OutcomeDecoder decoder,
            InFlight inFlight)
            throws LedgerUnreadableException {
        try {
            return OutcomeFollower.start(consumer, names, decoder, inFlight);
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            if (e instanceof KafkaException failure && !(e instanceof InterruptException)) {
                throw connection.unreadable(names.sealed(), failure);
            }
            throw e;
        }
    }

    /** The event hash of the genesis: certificates name it. */
    public Hash ledgerId() {
        return start.record().eventHash();
    }

    public Genesis genesis() {
        return start.genesis();
    }

    /**
     * Sends {@code event}; waits only while the window is full, and, as Kafka's producer does, at most the time-out long
     * while no broker answers. The future ends with an outcome, at the latest after the time-out, or exceptionally where
     * Kafka refuses the client itself. What depends on it runs on threads of this client and must not block.
     */
    public CompletableFuture<SubmissionOutcome> submit(CertifiedEvent event) throws InterruptedException {
        return send(event, () -> null);
    }

    /**
     * As {@link #submit(CertifiedEvent)}.
     *
     * @param deadline of this attempt, or null: the event is not sealed later, by the sealer's clock. It bounds when it
     *     is sealed, not when the outcome is known
     */
    public CompletableFuture<SubmissionOutcome> submit(CertifiedEvent event, @Nullable Instant deadline)
            throws InterruptedException {
        return send(event, () -> deadline);
    }

    /**
     * As {@link #submit(CertifiedEvent, Instant)}, and never waits for the window; it can still wait for Kafka's producer,
     * where nothing can be sent to the brokers.
     *
     * @return empty where the window is full: nothing was sent
     */
    public Optional<CompletableFuture<SubmissionOutcome>> trySubmit(CertifiedEvent event, @Nullable Instant deadline) {
        return inFlight.tryBegin(event).map(submission -> write(submission, event, () -> deadline));
    }

    /** As {@link #submit(CertifiedEvent, Instant)}, with a deadline that counts from when the event is sent. */
    CompletableFuture<SubmissionOutcome> submitWithin(CertifiedEvent event, Duration limit)
            throws InterruptedException {
        return send(event, () -> Instant.now().plus(limit));
    }

    /** @param deadline asked for once the event has its place in the window, for which it may have waited long */
    private CompletableFuture<SubmissionOutcome> send(CertifiedEvent event, Supplier<@Nullable Instant> deadline)
            throws InterruptedException {
        return write(inFlight.begin(event), event, deadline);
    }

    private CompletableFuture<SubmissionOutcome> write(
            Submission submission, CertifiedEvent event, Supplier<@Nullable Instant> deadline) {
        if (!submission.future().isDone()) {
            writer.write(submission, event, deadline.get());
        }
        return submission.future();
    }

    /** Waits until every submission so far has its outcome, and what depends on it has run. */
    public void awaitOutcomes() throws InterruptedException {
        inFlight.awaitAll();
    }

    /** Sends what is still waiting to be sent. Outcomes that have not come yet become {@code Unknown}. */
    @Override
    public void close() {
        writer.close(settings.timeout());
        follower.close();
        inFlight.end("the client was closed");
    }
}
