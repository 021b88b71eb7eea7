package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.SealedEventCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the topology for what goes in. */
class SealingTopologyTest {
    private static final byte[] KEY = "e".getBytes(StandardCharsets.UTF_8);

    private final TestLedger ledger = new TestLedger();
    private final SealingDriver driver;

    SealingTopologyTest(@TempDir Path directory) {
        driver = new SealingDriver(ledger, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void sealsInTheOrderOfTheIntake() {
        ledger.clockSays(TestLedger.CREATED_AT_MS + 7);
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("b"));

        List<TestRecord<byte[], byte[]>> records = driver.sealedRecords();

        SealedEvent a = ledger.sealed(ledger.genesis, 0, TestLedger.event("a"));
        SealedEvent b = ledger.sealed(a, 1, TestLedger.event("b"));
        assertThat(records)
                .extracting(r -> HexFormat.of().formatHex(r.key()))
                .containsExactly("0000000000000001", "0000000000000002");
        assertThat(records).extracting(TestRecord::timestamp).containsOnly(TestLedger.CREATED_AT_MS + 7);
        assertThat(records)
                .extracting(TestRecord::value)
                .containsExactly(new SealedEventCodec().encode(a), new SealedEventCodec().encode(b));
        assertThat(records).allMatch(r -> r.headers().toArray().length == 0);
    }

    @Test
    void keepsTheHeadInItsStoreUnderOneKey() {
        driver.submit(TestLedger.event("a"));
        driver.submit(record(KEY, new byte[] {1, 2, 3}));

        LedgerHead head = driver.headStore().getFirst().value;

        SealedEvent a = driver.sealed().getFirst();
        assertThat(driver.headStore())
                .containsExactly(KeyValue.pair("head", new LedgerHead(a.sequence(), a.eventHash(), a.sealedAtMs(), 1)));
        assertThat(head.intakeOffset()).isEqualTo(1);
    }

    @Test
    void rejectsBytesThatAreNoEventAndGoesOn() {
        byte[] garbage = "no Avro".getBytes(StandardCharsets.UTF_8);
        driver.submit(record(KEY, garbage));
        driver.submit(TestLedger.event("a"));

        RejectedEvent rejected = driver.rejected().getFirst();

        assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected.intakeTopicId()).isEqualTo("intake-id");
        assertThat(rejected.intake()).hasToString("0/0");
        assertThat(rejected.value()).isEqualTo(Bytes.of(garbage));
        assertThat(driver.sealed()).extracting(s -> s.intake().offset()).containsExactly(1L);
    }

    @Test
    void writesWhatItRejectsUnderTheKeyThatCameAndAtItsOwnTime() {
        ledger.clockSays(TestLedger.CREATED_AT_MS + 9);
        driver.submit(new Record<>(KEY, new byte[] {1}, TestLedger.CREATED_AT_MS));

        TestRecord<byte[], byte[]> record = driver.rejectedRecords().getFirst();

        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.timestamp()).isEqualTo(TestLedger.CREATED_AT_MS + 9);
    }

    @Test
    void rejectsATombstone() {
        driver.submit(record(KEY, null));

        assertThat(driver.rejected())
                .extracting(RejectedEvent::reason, RejectedEvent::value)
                .containsExactly(tuple(RejectReason.MALFORMED, null));
    }

    @Test
    void rejectsARecordWithoutKeyUnderAnEmptyOne() {
        driver.submit(record(null, ledger.record(TestLedger.event("e")).value()));

        assertThat(driver.rejectedRecords()).extracting(TestRecord::key).containsExactly(new byte[0]);
    }

    @Test
    void rejectsARecordOfNothingAtAll() {
        driver.submit(record(null, null));

        assertThat(driver.rejected()).extracting(RejectedEvent::reason).containsExactly(RejectReason.MALFORMED);
    }

    @Test
    void readsTheDeadlineFromItsHeader() {
        driver.submit(withDeadline(longBytes(ledger.nowMs() - 1)));
        driver.submit(withDeadline(new byte[7]));
        driver.submit(withDeadline(null));
        driver.submit(withDeadline(longBytes(ledger.nowMs())));

        assertThat(driver.rejected())
                .extracting(RejectedEvent::reason)
                .containsExactly(RejectReason.EXPIRED, RejectReason.INVALID, RejectReason.INVALID);
        assertThat(driver.sealed()).hasSize(1);
    }

    @Test
    void sealsWhatTheBrokerAppendedAtTheEarliestTime() {
        driver.submit(new Record<>(KEY, ledger.record(TestLedger.event("e")).value(), 0));

        assertThat(driver.sealed()).extracting(SealedEvent::sealedAtMs).containsExactly(ledger.nowMs());
    }

    private Record<byte[], byte[]> withDeadline(byte @Nullable [] deadline) {
        Record<byte[], byte[]> plain = ledger.record(TestLedger.event("e"));
        return new Record<>(
                plain.key(),
                plain.value(),
                plain.timestamp(),
                new RecordHeaders().add("sealstream.deadline", deadline));
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private Record<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new Record<>(key, value, ledger.nowMs());
    }
}
