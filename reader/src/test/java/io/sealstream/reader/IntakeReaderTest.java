package io.sealstream.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.InMemoryIntakeOutcomes;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.RejectedEventCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample ledger has sealed the intake's offsets 0 to 9, 12, 14 and more. */
@ExtendWith(SharedBroker.class)
class IntakeReaderTest {
    private static final Patience PATIENCE = Patience.ofStall(Duration.ofSeconds(20));
    private static final LedgerTopics NAMED = named();

    private final TestTopics topics;

    private final LedgerTopicNames names = new LedgerTopicNames("ledger-" + UUID.randomUUID());
    private final IntakeAudit audit =
            new IntakeAudit(new TopicIdentity(NAMED.clusterId(), NAMED.intakeTopicId()), new InMemoryIntakeOutcomes());

    IntakeReaderTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @BeforeEach
    void createTopics() {
        Stream.of(names.sealed(), names.intake(), names.rejected()).forEach(topic -> topics.create(topic, Map.of()));
    }

    @Test
    void findsAnOutcomeForEveryRecord() throws Exception {
        TopicRange sealed = seal(12);
        reject(10);
        submit(11);

        IntakeResult result = read(sealed);

        assertThat(result).isEqualTo(new IntakeResult.Complete());
        assertThat(audit.result(NAMED).faults().isEmpty()).isTrue();
        assertThat(audit.result(NAMED).audited()).isEqualTo(11);
    }

    @Test
    void findsARecordWithoutAnOutcome() throws Exception {
        TopicRange sealed = seal(13);
        reject(10);
        submit(13);

        read(sealed);

        assertFault(FaultKind.INTAKE_UNSEALED, 11L);
    }

    @Test
    void findsARecordWithTwoOutcomes() throws Exception {
        TopicRange sealed = seal(12);
        reject(3);
        submit(10);

        read(sealed);

        assertFault(FaultKind.INTAKE_OUTCOME_TWICE, 3L);
    }

    @Test
    void asksNoOutcomeOfAbortedRecords() throws Exception {
        try (var producer = topics.transactional(names.ledger())) {
            producer.beginTransaction();
            TestTopics.send(producer, new ProducerRecord<>(names.intake(), new byte[] {1}, new byte[] {1}));
            producer.abortTransaction();
        }
        TopicRange sealed = seal(12);

        read(sealed);

        assertThat(faults()).isEmpty();
    }

    @Test
    void leavesOutWhatWasRejectedBehindTheLastSealedWhereTheLedgerHasGrownMeanwhile() throws Exception {
        TopicRange sealed = seal(12);
        topics.write(names, SampleLedger.events().subList(12, 13));
        reject(11);
        submit(12);

        read(sealed);

        assertThat(faults()).isEmpty();
        assertThat(audit.result(NAMED).pending()).isEqualTo(2);
    }

    @Test
    void tellsOfOutcomesThatCanNotBeDecodedByTheirKeys() throws Exception {
        TopicRange sealed = seal(13);
        topics.write(names.rejected(), key(10), new byte[] {1});
        topics.write(names.rejected(), key(11), null);
        submit(13);

        read(sealed);

        assertThat(faults()).isEmpty();
        assertThat(audit.result(NAMED).undecided()).isEqualTo(2);
        assertThat(audit.result(NAMED).unread()).isEqualTo(2);
    }

    @Test
    void anOutcomeThatCanNotBeDecodedIsNotThatOfARecordWithAnotherKey() throws Exception {
        TopicRange sealed = seal(13);
        topics.write(names.rejected(), key(10), new byte[] {1});
        submit(13);

        read(sealed);

        assertFault(FaultKind.INTAKE_UNSEALED, 11L);
    }

    @Test
    void findsAnOutcomeThatIsAboutAnotherEvent() throws Exception {
        TopicRange sealed = seal(12);
        reject(10);
        submit(10);
        topics.write(names.intake(), "dropped".getBytes(UTF_8), new byte[] {1});

        read(sealed);

        assertFault(FaultKind.INTAKE_UNSEALED, 10L);
    }

    @Test
    void isIncompleteWhereThereIsNoIntake() throws Exception {
        LedgerTopicNames gone = new LedgerTopicNames("gone");

        IntakeResult result = read(gone, "any id", new TopicRange(0, 0));

        assertIncomplete(result, "gone.rejected");
    }

    @Test
    void isIncompleteWhereTheIntakeWasMadeAnew() throws Exception {
        TopicRange sealed = seal(12);

        IntakeResult result = read(names, "the id that it had", sealed);

        assertIncomplete(result, names.intake() + " was made anew");
    }

    private static void assertIncomplete(IntakeResult result, String reason) {
        assertThat(result)
                .asInstanceOf(type(IntakeResult.Incomplete.class))
                .extracting(IntakeResult.Incomplete::reason)
                .asString()
                .contains(reason);
    }

    /** The topics that the sample ledger's genesis names. */
    private static LedgerTopics named() {
        SealedEvent genesis = SampleLedger.events().getFirst();
        if (ControlPayload.read(genesis.event()) instanceof ControlPayload.Valid(Genesis named)) {
            return named.topics();
        }
        throw new IllegalStateException("the sample ledger does not begin with a genesis");
    }

    /** The first {@code count} records, in the topic and told to the audit. */
    private TopicRange seal(int count) {
        List<SealedEvent> events = SampleLedger.events().subList(0, count);
        topics.write(names, events);
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()),
                new InMemoryEventIds(),
                VerificationOptions.OF_FILE);
        verification.tell(audit);
        events.forEach(event -> verification.accept(LedgerRecord.ofFile(1, new LedgerRecord.Decoded(event))));
        return new TopicRange(0, count);
    }

    private void reject(long intakeOffset) {
        RejectedEvent rejected = new RejectedEvent(
                RejectReason.INVALID,
                "for a test",
                NAMED.intakeTopicId(),
                IntakePosition.at(intakeOffset),
                0,
                null,
                null,
                Bytes.wrap(key(intakeOffset)),
                null,
                0,
                List.of(),
                List.of());
        topics.write(names.rejected(), key(intakeOffset), new RejectedEventCodec().encode(rejected));
    }

    private void submit(int count) {
        for (int i = 0; i < count; i++) {
            topics.write(names.intake(), key(i), new byte[] {1});
        }
    }

    /** The event_id that the sample ledger has sealed for {@code offset}, or another where it has not. */
    private static byte[] key(long offset) {
        return SampleLedger.events().stream()
                .filter(event -> event.intake().offset() == offset)
                .map(event -> event.event().eventId().value())
                .findFirst()
                .orElse("not-sealed-" + offset)
                .getBytes(UTF_8);
    }

    private IntakeResult read(TopicRange sealed) throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(topics.connection(), PATIENCE.stall())) {
            return read(names, inspector.topicId(names.intake()), sealed);
        }
    }

    private IntakeResult read(LedgerTopicNames from, String intakeTopicId, TopicRange sealed)
            throws LedgerUnreadableException {
        return new IntakeReader(topics.connection(), from, PATIENCE, intakeTopicId).read(audit, sealed);
    }

    private void assertFault(FaultKind kind, long offset) {
        assertThat(faults()).extracting(Fault::kind, Fault::offset).containsExactly(tuple(kind, offset));
    }

    private List<Fault> faults() {
        return audit.result(NAMED).faults().listed();
    }
}
