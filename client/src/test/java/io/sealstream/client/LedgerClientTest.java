package io.sealstream.client;

import static io.sealstream.client.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TestTopics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class LedgerClientTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");

    private final TestBroker broker;
    private final TestLedger ledger;
    private final Certifier certifier;

    LedgerClientTest(TestBroker broker) throws Exception {
        this.broker = broker;
        ledger = TestLedger.create(broker);
        certifier = new Certifier(ledger.genesisRecord().eventHash(), PRODUCER);
    }

    @Test
    void aSealedEventHasItsSequenceAndHash() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome = client.submit(certified("a")).get();

            assertThat(outcome).isInstanceOfSatisfying(SubmissionOutcome.Sealed.class, receipt -> {
                assertThat(receipt.sequence()).isEqualTo(new Sequence(1));
                assertThat(receipt.eventHash()).isNotEqualTo(client.ledgerId());
                assertThat(Duration.between(receipt.sealedAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
            });
        }
    }

    @Test
    void theSameEventAgainIsADuplicateThatNamesTheFirst() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient client = ledger.client()) {
            client.submit(certified("a")).get();

            SubmissionOutcome outcome = client.submit(certified("a")).get();

            assertThat(outcome).isEqualTo(new SubmissionOutcome.Duplicate(new Sequence(1)));
        }
    }

    @Test
    void anEventOfAnUnknownKeyIsRejectedWithTheReason() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger);
                LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome = client.submit(certified("a")).get();

            assertThat(outcome).isInstanceOfSatisfying(SubmissionOutcome.Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_UNKNOWN);
                assertThat(rejected.detail()).contains("producer");
            });
        }
    }

    @Test
    void aRecordOfAnotherWhoseKeyIsTooLongForAnIdHoldsNobody() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient client = ledger.client();
                KafkaProducer<byte[], byte[]> anybody = ledger.topics().producer()) {
            TestTopics.send(
                    anybody, new ProducerRecord<>(ledger.names().intake(), 0, new byte[0x1_0000], new byte[] {1}));

            SubmissionOutcome outcome = client.submit(certified("a")).get();

            assertThat(outcome).isInstanceOf(SubmissionOutcome.Sealed.class);
        }
    }

    @Test
    void anAttemptAfterItsDeadlineIsRejected() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome =
                    client.submit(certified("a"), Instant.now().minusSeconds(1)).get();

            assertThat(outcome).extracting("reason").isEqualTo(RejectReason.EXPIRED);
        }
    }

    @Test
    void aLimitCountsFromWhenTheEventHasItsPlaceInTheWindow() throws Exception {
        Duration limit = Duration.ofMinutes(1);
        try (LedgerClient client = ledger.client(new ClientSettings(Duration.ofSeconds(1), 1))) {
            CompletableFuture<Instant> free = client.submit(certified("a")).thenApply(outcome -> Instant.now());

            client.submitWithin(certified("b"), limit).get();

            assertThat(deadlineAt(1)).isAfterOrEqualTo(free.get().plus(limit).truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void whereTheWindowIsFullNothingIsSentAndNobodyWaits() throws Exception {
        try (LedgerClient client = ledger.client(new ClientSettings(Duration.ofSeconds(30), 1))) {
            var unused = client.submit(certified("a"));

            Optional<CompletableFuture<SubmissionOutcome>> second = client.trySubmit(certified("b"), null);

            assertThat(second).isEmpty();
        }
    }

    @Test
    void whatTheTopicDoesNotTakeIsRejectedAsTooLarge() throws Exception {
        byte[] incompressible = new byte[TestLedger.MAX_RECORD_BYTES];
        new Random(7).nextBytes(incompressible);
        Event small = event("large");
        Event large = new Event(
                small.eventId(), small.eventType(), 0, 0, Payload.inline(Bytes.wrap(incompressible)), Metadata.EMPTY);
        try (LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome = client.submit(certifier.certify(large)).get();

            assertThat(outcome).extracting("reason").isEqualTo(RejectReason.TOO_LARGE);
        }
    }

    @Test
    void withoutASealerTheOutcomeIsUnknownAndARetryFindsOut() throws Exception {
        ClientSettings impatient = ClientSettings.DEFAULT.withTimeout(Duration.ofSeconds(2));
        SubmissionOutcome first;
        try (LedgerClient client = ledger.client(impatient)) {
            first = client.submit(certified("a")).get();
        }
        SubmissionOutcome second;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient client = ledger.client()) {
            second = client.submit(certified("a")).get();
        }

        assertThat(first).isInstanceOf(SubmissionOutcome.Unknown.class);
        assertThat(second).isEqualTo(new SubmissionOutcome.Duplicate(new Sequence(1)));
    }

    @Test
    void theOutcomeOfATransactionThatFailedCountsForNothing() throws Exception {
        try (TestSealer sealer = TestSealer.startFaltering(ledger, PRODUCER);
                LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome = client.submit(certified("a")).get();

            assertThat(outcome).isInstanceOf(SubmissionOutcome.Sealed.class);
        }
    }

    @Test
    void manyInFlightFromSeveralClientsEachGetTheirOwnOutcome() throws Exception {
        int each = 1_000;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER);
                LedgerClient first = ledger.client(new ClientSettings(Duration.ofSeconds(60), 100));
                LedgerClient second = ledger.client()) {
            List<CompletableFuture<SubmissionOutcome>> futures = new ArrayList<>();
            for (int i = 0; i < each; i += 2) {
                List<Event> batch = List.of(event("first-" + i), event("first-" + (i + 1)));
                for (CertifiedEvent event : certifier.certifyBatch(batch)) {
                    futures.add(first.submit(event));
                    futures.add(
                            second.submit(certified("second-" + event.event().eventId())));
                }
            }
            first.awaitOutcomes();
            second.awaitOutcomes();

            assertThat(futures.stream()
                            .map(CompletableFuture::join)
                            .map(LedgerClientTest::sequence)
                            .sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2L * each).boxed().toList());
        }
    }

    @Test
    void closingMakesWhatHasNoOutcomeUnknown() throws Exception {
        LedgerClient client = ledger.client();
        CompletableFuture<SubmissionOutcome> future = client.submit(certified("a"));

        client.close();

        assertThat(future).isCompletedWithValue(new SubmissionOutcome.Unknown("the client was closed"));
    }

    @Test
    void aBrokerThatStopsMakesOutcomesUnknownWithinTheTimeout(@TempDir Path directory) throws Exception {
        LocalBroker doomed = LocalBroker.start(directory);
        TestLedger lost = TestLedger.create(new TestTopics(doomed.bootstrapServers()), Certification.REQUIRED);
        try (LedgerClient client = lost.client(ClientSettings.DEFAULT.withTimeout(Duration.ofSeconds(3)))) {
            doomed.close();

            CompletableFuture<SubmissionOutcome> future = client.submit(certified("a"));

            assertThat(future).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(SubmissionOutcome.Unknown.class);
        }
    }

    @Test
    void aTopicWithoutAGenesisIsNoLedger() {
        LedgerTopicNames names = new LedgerTopicNames(ledger.names().ledger() + "-empty");
        ledger.topics().createSealed(names);

        assertThatThrownBy(() -> LedgerClient.open(ledger.connection(), names, ClientSettings.DEFAULT))
                .isInstanceOf(LedgerNotReadyException.class)
                .hasMessageContainingAll(names.sealed(), broker.bootstrapServers(), "sealstream init");
    }

    @Test
    void aMissingTopicIsNamed() {
        LedgerTopicNames names = new LedgerTopicNames("missing");

        assertThatThrownBy(() -> LedgerClient.open(ledger.connection(), names, ClientSettings.DEFAULT))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining("missing.sealed");
    }

    /** Of the record at an offset of the intake. */
    private Instant deadlineAt(long offset) {
        TopicPartition intake = new TopicPartition(ledger.names().intake(), 0);
        try (Consumer<byte[], byte[]> consumer = ledger.connection().consumer(Duration.ofSeconds(30))) {
            consumer.assign(List.of(intake));
            consumer.seek(intake, offset);
            ConsumerRecord<byte[], byte[]> record =
                    consumer.poll(Duration.ofSeconds(30)).iterator().next();
            byte[] ms =
                    record.headers().lastHeader(IntakeRecord.DEADLINE_HEADER).value();
            return Instant.ofEpochMilli(ByteBuffer.wrap(ms).getLong());
        }
    }

    private CertifiedEvent certified(String id) {
        return certifier.certify(event(id));
    }

    private static long sequence(SubmissionOutcome outcome) {
        return ((SubmissionOutcome.Sealed) outcome).sequence().value();
    }
}
