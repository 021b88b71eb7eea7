package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.SequenceKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way to tamper with a real topic is found, and where. The ledger has records 0 to 9. */
@ExtendWith(SharedBroker.class)
class TamperedTopicTest {
    private final TestBroker broker;
    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    TamperedTopicTest(TestBroker broker) {
        this.broker = broker;
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void aWholeLedgerIsVerified() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("ledger").textValue())
                .isEqualTo(ledger.names().ledger());
        assertThat(ended.json().get("size").longValue()).isEqualTo(10);
        assertThat(ended.json().get("head").textValue())
                .isEqualTo(ledger.values().last().eventHash().hex());
        assertThat(ended.json().get("root").textValue())
                .isEqualTo(ledger.values().root(10).hex());
        assertThat(ended.checked()).anyMatch(line -> line.contains("9 records up to the last outcome"));
    }

    @Test
    void anEditedPayload() {
        writeWith(4, TestLedger.edited(at(4)));

        assertFaults("PAYLOAD_MISMATCH@4");
    }

    @Test
    void aDroppedRecord() {
        List<SealedEvent> records = ledger.values().records();
        records.remove(4);
        ledger.writeSealed(records);

        assertFaults("SEQUENCE_GAP@4", "INTAKE_UNSEALED@null");
    }

    @Test
    void aDoubledRecord() {
        List<SealedEvent> records = ledger.values().records();
        records.add(4, at(4));
        ledger.writeSealed(records);

        assertFaults(
                "SEQUENCE_DUPLICATE@4", "DUPLICATE_EVENT_ID@4", "INTAKE_REGRESSION@4", "INTAKE_OUTCOME_TWICE@null");
    }

    @Test
    void aSwappedPair() {
        List<SealedEvent> records = ledger.values().records();
        Collections.swap(records, 4, 5);
        ledger.writeSealed(records);

        assertFaults("SEQUENCE_GAP@4", "SEQUENCE_REGRESSION@4");
    }

    @Test
    void aRechainedRecord() {
        writeWith(4, TestLedger.rechained(at(4)));

        assertFaults("SIGNATURE_INVALID@4", "CHAIN_BROKEN@5");
    }

    @Test
    void aJumpInTheNumbersOfAChainThatIsOtherwiseRight() {
        List<SealedEvent> records = ledger.values().records();
        List<SealedEvent> jumped = new ArrayList<>(records.subList(0, 5));
        jumped.addAll(TestLedger.relinked(at(4), 7, records.subList(5, 10)));
        ledger.writeSealed(jumped);

        assertFaults("SEQUENCE_GAP@5");
    }

    @Test
    void aTailThatWasCutOffShowsWithACheckpoint() {
        ledger.writeSealed(ledger.values().records().subList(0, 6));

        assertThat(verify("--checkpoint", checkpoint()).faults()).containsExactly("CHECKPOINT_TRUNCATED@6");
        assertThat(verify().notChecked()).anyMatch(line -> line.contains("no checkpoint was given"));
    }

    @Test
    void aTailThatWasRewrittenAsAWholeShowsWithACheckpoint() {
        List<SealedEvent> records = ledger.values().records();
        List<SealedEvent> rewritten = new ArrayList<>(records.subList(0, 5));
        List<SealedEvent> others = new ArrayList<>(records.subList(5, 10));
        Collections.reverse(others);
        rewritten.addAll(TestLedger.relinked(at(4), 5, others));
        ledger.writeSealed(rewritten);

        Cli.Ended ended = verify("--checkpoint", checkpoint());

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("CHECKPOINT_MISMATCH@null");
    }

    @Test
    void aForgedKey() {
        writeWith(
                4,
                new ProducerRecord<>(
                        ledger.names().sealed(),
                        0,
                        at(4).sealedAtMs(),
                        key(400),
                        ledger.record(at(4)).value()));

        assertFaults("KEY_MISMATCH@4");
    }

    @Test
    void aForgedTimestamp() {
        writeWith(
                4,
                new ProducerRecord<>(
                        ledger.names().sealed(),
                        0,
                        at(4).sealedAtMs() + 1,
                        key(4),
                        ledger.record(at(4)).value()));

        assertFaults("TIMESTAMP_MISMATCH@4");
    }

    @Test
    void bytesLeftOverBehindTheValue() {
        byte[] value = ledger.record(at(4)).value();
        writeWith(
                4,
                new ProducerRecord<>(
                        ledger.names().sealed(),
                        0,
                        at(4).sealedAtMs(),
                        key(4),
                        Arrays.copyOf(value, value.length + 1)));

        assertFaults("MALFORMED@4");
    }

    @Test
    void aTopicThatWasDeletedAndMadeAnew() {
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
        ledger.writeSealed(ledger.values().records());

        assertFaults("TOPIC_REPLACED@null");
    }

    @Test
    void anIntakeThatWasDeletedAndMadeAnew() {
        ledger.writeSealed(ledger.values().records());
        ledger.replaceTopic(ledger.names().intake(), KafkaLedger.INTAKE);

        assertFaults("TOPIC_REPLACED@null");
    }

    @Test
    void recordsThatWereDeletedAtTheStart() {
        KafkaLedger deletable = KafkaLedger.create(broker.bootstrapServers(), 8, KafkaLedger.DELETABLE);
        deletable.writeSealed(deletable.values().records());
        deletable.deleteSealedBefore(4);

        Cli.Ended ended = Cli.verify(deletable.where());

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("PREFIX_MISSING@4");
        assertThat(ended.json().get("findings").get(0).get("detail").textValue())
                .contains("cleanup.policy");
    }

    @Test
    void anIntakeRecordWithoutAnyOutcome() {
        List<SealedEvent> records = ledger.values().records();
        List<SealedEvent> skipping = new ArrayList<>(records.subList(0, 4));
        skipping.addAll(TestLedger.relinked(at(3), 4, records.subList(5, 10)));
        ledger.writeSealed(skipping);

        Cli.Ended ended = verify();

        assertThat(ended.faults()).containsExactly("INTAKE_UNSEALED@null");
        assertThat(ended.json().get("faults").get(0).get("offset").longValue()).isEqualTo(3);
    }

    @Test
    void anIntakeRecordInWhosePlaceAnotherEventWasSealed() {
        Certifier producer = new Certifier(at(0).eventHash(), TestKeys.PRODUCER);
        Event other = TestLedger.event("other", "test.happened", Payload.inline(Bytes.EMPTY));
        List<SealedEvent> records = new ArrayList<>(ledger.values().records().subList(0, 4));
        SealedEvent replacing = TestLedger.seal(
                at(4).sequence(), at(3).eventHash(), at(4).sealedAtMs(), at(4).intake(), producer.certify(other));
        records.add(replacing);
        records.addAll(
                TestLedger.relinked(replacing, 5, ledger.values().records().subList(5, 10)));
        ledger.writeSealed(records);

        Cli.Ended ended = verify();

        assertThat(ended.faults()).containsExactly("INTAKE_UNSEALED@null");
        assertThat(ended.json().at("/faults/0/offset").longValue()).isEqualTo(3);
        assertThat(ended.json().at("/faults/0/detail").textValue()).contains("another event");
    }

    @Test
    void anIntakeRecordWithTwoOutcomes() {
        ledger.writeSealed(ledger.values().records());
        ledger.writeRejected(4);

        Cli.Ended ended = verify();

        assertThat(ended.faults()).containsExactly("INTAKE_OUTCOME_TWICE@null");
        assertThat(ended.json().get("faults").get(0).get("offset").longValue()).isEqualTo(4);
    }

    private void assertFaults(String... some) {
        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.verdict()).isEqualTo("TAMPERED");
        assertThat(ended.faults()).contains(some);
    }

    private Cli.Ended verify(String... more) {
        return Cli.verify(ledger.where(), more);
    }

    private SealedEvent at(int sequence) {
        return ledger.values().records().get(sequence);
    }

    private void writeWith(int sequence, SealedEvent other) {
        writeWith(sequence, ledger.record(other));
    }

    /** All records, where the one at {@code sequence} is another. */
    private void writeWith(int sequence, ProducerRecord<byte[], byte[]> other) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(
                ledger.values().records().stream().map(ledger::record).toList());
        records.set(sequence, other);
        ledger.write(records);
    }

    private static byte[] key(long sequence) {
        return SequenceKey.encode(new Sequence(sequence));
    }

    private String checkpoint() {
        String note = ledger.values().checkpoint(8, TestKeys.CHECKPOINT);
        return TestFiles.write(directory.resolve("checkpoint"), note).toString();
    }
}
