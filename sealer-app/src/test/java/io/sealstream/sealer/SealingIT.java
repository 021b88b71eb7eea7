package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.LedgerUnreadableException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(TrialLedgers.class)
@TestInstance(Lifecycle.PER_CLASS)
class SealingIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    SealingIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
    }

    @BeforeAll
    void start() throws LedgerUnreadableException {
        ledger.start().awaitHealthy();
        submitter.addProducer();
    }

    @Test
    void sealsInTheOrderOfTheIntake() {
        List<String> ids =
                IntStream.range(0, 500).mapToObj(i -> "one-of-many-" + i).toList();
        submitter.submitAll(ids);

        outcomes.awaitSealed(ids.getLast());

        assertThat(outcomes.sealed())
                .extracting(record -> record.event().eventId().value())
                .containsSubsequence(ids);
    }

    @Test
    void writesTheSequenceAsKeyAndTheSealingTimeAsTimestamp() throws Exception {
        SealedEvent added = outcomes.awaitSealed("producer-added");

        ConsumerRecord<byte[], byte[]> record =
                Topics.committed(ledger, ledger.names().sealed()).get(1);
        assertThat(record.key()).isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(record.timestamp()).isEqualTo(added.sealedAtMs());
    }

    @Test
    void takesOneSignatureForABatch() {
        List<CertifiedEvent> batch = submitter.certifiedBatch(List.of("b-1", "b-2", "b-3", "b-4", "b-5"));
        batch.forEach(submitter::submit);

        assertThat(outcomes.awaitSealed("b-5").certified()).isEqualTo(batch.getLast());
    }

    static Stream<Draft> closeToTheLimits() {
        String value = "v".repeat(8_000);
        return Stream.of(
                Draft.of("large")
                        .withPayload(900 * 1024)
                        .withMetadata(Map.of("1", value, "2", value, "3", value, "4", value, "5", value, "6", value)),
                Draft.of("empty").withPayload(0),
                Draft.of("elsewhere").withPayload(Payload.at("s3://bucket/object", Long.MAX_VALUE, Hash.ZERO)),
                Draft.of("salted").withPayload(Payload.inline(Bytes.utf8("secret"), Bytes.wrap(new byte[32]))),
                Draft.of("e\u0301".repeat(85)).ofType("").occurredAt(0));
    }

    @ParameterizedTest
    @MethodSource
    void closeToTheLimits(Draft draft) {
        submitter.submit(draft);

        assertThat(outcomes.awaitSealed(draft.eventId()).event()).isEqualTo(draft.event());
    }

    @Test
    void sealsBeforeBothDeadlines() {
        long inAnHourMs = System.currentTimeMillis() + 3_600_000;
        byte[] deadline = ByteBuffer.allocate(8).putLong(inAnHourMs).array();
        submitter.submit(
                submitter.certified(Draft.of("in-time").sealBefore(inAnHourMs), TrialLedger.PRODUCER),
                new RecordHeader(IntakeRecord.DEADLINE_HEADER, deadline));

        assertThat(outcomes.awaitSealed("in-time").sealedAtMs()).isLessThan(inAnHourMs);
    }

    @Test
    void keepsWhateverComesWhereCertificatesAreOnlyRecorded(TrialLedger other) throws Exception {
        Submitter anyone = other.submitter(other.init(Certification.RECORDED).eventHash());
        other.start().awaitHealthy();

        anyone.submit(new CertifiedEvent(Draft.of("uncertified").event(), null));
        anyone.submit("of-a-key-that-nobody-added");

        other.outcomes().awaitSealed("of-a-key-that-nobody-added");
        assertThat(Audit.requireWhole(other).findings()).isNotEmpty();
    }

    @AfterAll
    void theLedgerIsWhole() throws LedgerUnreadableException {
        VerificationResult verified = Audit.requireWhole(ledger);
        assertThat(verified.head()).isEqualTo(outcomes.sealed().getLast().eventHash());
        assertThat(verified.size()).isEqualTo(outcomes.sealed().size());
        assertThat(outcomes.rejected()).isEmpty();
    }
}
