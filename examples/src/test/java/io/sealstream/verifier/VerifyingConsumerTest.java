package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sealstream.client.verifying.Polled;
import io.sealstream.client.verifying.PositionFile;
import io.sealstream.client.verifying.VerifiedPosition;
import io.sealstream.client.verifying.VerifyingConsumer;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.Fault;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.schema.SequenceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A consumer that verifies as it reads, on whole ledgers and on the tampered ones of the verifier's tests, whose package this
 * is. The ledger has records 0 to 9.
 */
@ExtendWith(SharedBroker.class)
class VerifyingConsumerTest {
    private static final Duration BRIEFLY = Duration.ofMillis(100);

    private final TestBroker broker;
    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    VerifyingConsumerTest(TestBroker broker) {
        this.broker = broker;
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void aWholeLedgerIsGivenInItsOrder() throws Exception {
        ledger.writeSealed(records());
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            List<SealedEvent> given = read(consumer, 10);

            assertThat(given).isEqualTo(records());
            assertThat(consumer.position().last()).contains(new Sequence(9));
        }
    }

    @Test
    void whatIsWrittenLaterComesLater() throws Exception {
        ledger.writeSealed(records().subList(0, 6));
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            read(consumer, 6);
            ledger.writeSealed(records().subList(6, 10));

            assertThat(read(consumer, 4)).isEqualTo(records().subList(6, 10));
        }
    }

    @Test
    void aRestartGoesOnBehindWhatWasVerified() throws Exception {
        PositionFile file = new PositionFile(directory.resolve("position"));
        ledger.writeSealed(records().subList(0, 6));
        try (VerifyingConsumer consumer = open(file.load())) {
            read(consumer, 6);
            file.save(consumer.position());
        }
        ledger.writeSealed(records().subList(6, 10));

        try (VerifyingConsumer consumer = open(file.load())) {
            assertThat(read(consumer, 4)).isEqualTo(records().subList(6, 10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EDITED,   PAYLOAD_MISMATCH@4",
        "RECHAINED, SIGNATURE_INVALID@4",
        "FORGED,   SIGNATURE_INVALID@4",
        "DROPPED,  SEQUENCE_GAP@4",
        "DOUBLED,  SEQUENCE_DUPLICATE@4",
        "SWAPPED,  SEQUENCE_GAP@3",
        "JUMPED,   SEQUENCE_GAP@4",
        "REPEATED, INTAKE_REGRESSION@4",
        "REVERSED, INTAKE_REGRESSION@5",
        "REVOKED,  INTAKE_REGRESSION@4"
    })
    void nothingBehindAFaultIsEverGiven(Tampering tampering, String fault) throws Exception {
        List<SealedEvent> records = records();
        tampering.change(records, 4);
        ledger.writeSealed(records);
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            Polled end = end(consumer);

            assertThat(faults(end)).contains(fault);
            assertThat(consumer.poll(BRIEFLY)).isEqualTo(end);
            assertThat(consumer.position().last()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EDITED", "RECHAINED", "DROPPED", "JUMPED"})
    void aFaultBehindWhatWasVerifiedIsMetAfterARestartToo(Tampering tampering) throws Exception {
        ledger.writeSealed(records().subList(0, 4));
        VerifiedPosition position = positionBehind(4);
        List<SealedEvent> records = records();
        tampering.change(records, 4);
        ledger.writeSealed(records.subList(4, records.size()));

        try (VerifyingConsumer consumer = open(Optional.of(position))) {
            assertThat(end(consumer)).isInstanceOf(Polled.Tampered.class);
        }
    }

    @Test
    void aTombstoneIsAFault() throws Exception {
        ledger.writeSealed(records());
        ledger.write(
                List.of(new ProducerRecord<>(ledger.names().sealed(), 0, SequenceKey.encode(new Sequence(4)), null)));
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            assertThat(faults(end(consumer))).containsExactly("TOMBSTONE@4");
        }
    }

    @Test
    void aForgedKeyIsAFault() throws Exception {
        SealedEvent event = records().get(4);
        assertFault(
                "KEY_MISMATCH@4",
                new ProducerRecord<>(
                        ledger.names().sealed(),
                        0,
                        event.sealedAtMs(),
                        SequenceKey.encode(new Sequence(400)),
                        ledger.record(event).value()));
    }

    @Test
    void aForgedTimestampIsAFault() throws Exception {
        SealedEvent event = records().get(4);
        ProducerRecord<byte[], byte[]> record = ledger.record(event);
        assertFault(
                "TIMESTAMP_MISMATCH@4",
                new ProducerRecord<>(record.topic(), 0, event.sealedAtMs() + 1, record.key(), record.value()));
    }

    @Test
    void bytesLeftOverBehindTheValueAreAFault() throws Exception {
        ProducerRecord<byte[], byte[]> record = ledger.record(records().get(4));
        assertFault(
                "MALFORMED@4",
                new ProducerRecord<>(
                        record.topic(),
                        0,
                        record.timestamp(),
                        record.key(),
                        Arrays.copyOf(record.value(), record.value().length + 1)));
    }

    /** Where {@code record} stands behind the first four. */
    private void assertFault(String fault, ProducerRecord<byte[], byte[]> record) throws Exception {
        ledger.writeSealed(records().subList(0, 4));
        ledger.write(List.of(record));
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            assertThat(faults(end(consumer))).contains(fault);
        }
    }

    @Test
    void bytesThatAreNoRecordAreAFault() throws Exception {
        ledger.writeSealed(records().subList(0, 4));
        ledger.write(List.of(new ProducerRecord<>(
                ledger.names().sealed(), 0, SequenceKey.encode(new Sequence(4)), new byte[] {1, 2, 3})));
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            assertThat(faults(end(consumer))).contains("MALFORMED@4");
        }
    }

    @Test
    void recordsThatWereDeletedAtTheStartAreLost() throws Exception {
        KafkaLedger deletable = KafkaLedger.create(broker.bootstrapServers(), 8, KafkaLedger.DELETABLE);
        deletable.writeSealed(deletable.values().records());
        deletable.deleteSealedBefore(4);
        try (VerifyingConsumer consumer = open(deletable, Optional.empty())) {
            assertThat(end(consumer))
                    .isInstanceOfSatisfying(
                            Polled.Lost.class,
                            lost -> assertThat(lost.detail())
                                    .contains(
                                            "starts at offset 4",
                                            deletable.names().sealed()));
        }
    }

    @Test
    void recordsThatWereDeletedBehindWhatWasVerifiedAreLost() throws Exception {
        KafkaLedger deletable = KafkaLedger.create(broker.bootstrapServers(), 8, KafkaLedger.DELETABLE);
        deletable.writeSealed(deletable.values().records().subList(0, 4));
        VerifiedPosition position;
        try (VerifyingConsumer consumer = open(deletable, Optional.empty())) {
            read(consumer, 4);
            position = consumer.position();
        }
        deletable.writeSealed(deletable.values().records().subList(4, 10));
        deletable.deleteSealedBefore(8);

        try (VerifyingConsumer consumer = open(deletable, Optional.of(position))) {
            assertThat(end(consumer))
                    .isInstanceOfSatisfying(
                            Polled.Lost.class,
                            lost -> assertThat(lost.detail())
                                    .contains(
                                            "is not what was verified before",
                                            deletable.names().sealed()));
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsAFaultOnceItIsReadToTheEnd() throws Exception {
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
        ledger.writeSealed(records());
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            assertThat(faults(end(consumer))).containsExactly("TOPIC_REPLACED@null");
        }
    }

    @Test
    void aTopicThatWasMadeAnewBehindWhatWasVerifiedIsLost() throws Exception {
        ledger.writeSealed(records().subList(0, 4));
        VerifiedPosition position = positionBehind(4);
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
        ledger.writeSealed(records());

        try (VerifyingConsumer consumer = open(Optional.of(position))) {
            assertThat(consumer.poll(BRIEFLY)).isInstanceOf(Polled.Lost.class);
        }
    }

    @Test
    void aTopicThatIsMadeAnewWhileItIsReadIsLost() throws Exception {
        ledger.writeSealed(records());
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            read(consumer, 10);
            ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
            ledger.writeSealed(records());

            assertThat(end(consumer)).isInstanceOf(Polled.Lost.class);
        }
    }

    @Test
    void aPositionOfAnotherLedgerIsNoPlaceToGoOnFrom() throws Exception {
        KafkaLedger other = KafkaLedger.whole(broker.bootstrapServers(), 8);
        VerifiedPosition elsewhere;
        try (VerifyingConsumer consumer = open(other, Optional.empty())) {
            read(consumer, 10);
            elsewhere = consumer.position();
        }
        ledger.writeSealed(records());

        try (VerifyingConsumer consumer = open(Optional.of(elsewhere))) {
            assertThat(consumer.poll(BRIEFLY)).isInstanceOf(Polled.Lost.class);
        }
    }

    @Test
    void whatATransactionLeftThatWasAbortedIsNotSeen() throws Exception {
        ledger.writeSealed(records().subList(0, 4));
        ledger.writeAborted(List.of(ledger.record(records().get(7))));
        ledger.writeSealed(records().subList(4, 10));
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            assertThat(read(consumer, 10)).isEqualTo(records());
        }
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        ledger.deleteTopic(ledger.names().sealed());

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining(ledger.names().sealed());
    }

    @Test
    void aDamagedPositionIsNoBeginning() throws Exception {
        ledger.writeSealed(records());
        String kept = positionBehind(10).toText();
        Path file =
                Files.writeString(directory.resolve("position"), kept.replace("\"next_offset\":", "\"next_offset\":1"));

        assertThatThrownBy(() -> new PositionFile(file).load())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "SHA-256", "checkpoint", "delete the file");
    }

    private List<SealedEvent> records() {
        return ledger.values().records();
    }

    private VerifyingConsumer open(Optional<VerifiedPosition> from) throws IOException {
        return open(ledger, from);
    }

    private static VerifyingConsumer open(KafkaLedger ledger, Optional<VerifiedPosition> from) throws IOException {
        KafkaConnection connection = new KafkaConnection(Map.of("bootstrap.servers", ledger.bootstrapServers()));
        return VerifyingConsumer.open(connection, ledger.names(), from);
    }

    private VerifiedPosition positionBehind(int records) throws IOException {
        try (VerifyingConsumer consumer = open(Optional.empty())) {
            read(consumer, records);
            return consumer.position();
        }
    }

    /** What it gives, until it has given so many. */
    private static List<SealedEvent> read(VerifyingConsumer consumer, int count) {
        List<SealedEvent> given = new ArrayList<>();
        await().pollDelay(Duration.ZERO).until(() -> {
            assertThat(consumer.poll(BRIEFLY))
                    .isInstanceOfSatisfying(Polled.Verified.class, polled -> given.addAll(polled.events()));
            return given.size() >= count;
        });
        return given;
    }

    private static Polled end(VerifyingConsumer consumer) {
        return await().pollDelay(Duration.ZERO)
                .until(() -> consumer.poll(BRIEFLY), polled -> !(polled instanceof Polled.Verified));
    }

    private static List<String> faults(Polled polled) {
        return polled instanceof Polled.Tampered(List<Fault> faults)
                ? faults.stream()
                        .map(fault -> fault.kind() + "@" + fault.sequence())
                        .toList()
                : List.of(polled.toString());
    }
}
