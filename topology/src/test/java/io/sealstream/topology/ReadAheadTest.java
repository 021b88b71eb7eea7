package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done ahead of the stream thread saves time, and changes nothing. */
class ReadAheadTest {
    private static final Executor NOBODY = work -> {};
    private static final int RECORDS = 1_500;

    /** A failure names the seed, which repeats it. */
    @ParameterizedTest
    @ValueSource(longs = {3, 0xA4EAD, -77})
    void outcomesAreThoseOfOneByOne(long seed) {
        List<Record<byte[], byte[]>> intake = new CertifiedIntake(seed).records(RECORDS);
        TaskHarness oneByOne = harness(ForkJoinPool.commonPool());
        sealInPolls(oneByOne, intake, seed, 1);

        TaskHarness ahead = harness(ForkJoinPool.commonPool());
        sealInPolls(ahead, intake, seed, 400);

        assertThat(ahead.committedSealed).as("seed %d", seed).isEqualTo(oneByOne.committedSealed);
        assertThat(ahead.committedRejected).as("seed %d", seed).isEqualTo(oneByOne.committedRejected);
        assertThat(ahead.committedSealed).hasSizeGreaterThan(RECORDS / 4);
        assertThat(ahead.committedRejected)
                .extracting(RejectedEvent::reason)
                .contains(
                        RejectReason.SIGNATURE_INVALID,
                        RejectReason.KEY_UNKNOWN,
                        RejectReason.KEY_REVOKED,
                        RejectReason.MALFORMED);
    }

    @Test
    void theStreamThreadDoesWhatNobodyBeganWith() {
        List<Record<byte[], byte[]>> intake = new CertifiedIntake(1).records(200);
        TaskHarness task = harness(NOBODY);

        sealInPolls(task, intake, 1, 200);

        assertThat(task.committedSealed.size() + task.committedRejected.size()).isEqualTo(200);
    }

    @Test
    void eachSignatureIsCheckedOnce() {
        TestLedger ledger = new TestLedger(Certification.REQUIRED);
        CountingScheme scheme = new CountingScheme(new Ed25519Scheme());
        ledger.certificates = new CertificateVerifier(SignatureSchemes.of(List.of(scheme)));
        TaskHarness task = new TaskHarness(ledger).start();
        CertifiedIntake certified = new CertifiedIntake(5);
        List<Record<byte[], byte[]>> intake = new ArrayList<>(List.of(certified.keyAdded()));
        intake.addAll(certified.inBatchesOf(50, 8));
        task.polled(polled(intake, 0, 1));
        task.process(0, intake.getFirst());
        task.commit();
        ledger.follower.fold(task.committedSealed.getFirst());

        task.polled(polled(intake, 1, intake.size()));
        for (int offset = 1; offset < intake.size(); offset++) {
            task.process(offset, intake.get(offset));
        }

        assertThat(task.sealed()).hasSize(400);
        assertThat(scheme.checked()).isEqualTo(1 + 8);
    }

    /** An intake that was deleted and made anew, say. */
    @Test
    void aRecordThatIsAnotherThanThePolledOneIsDecodedItself() {
        TestLedger ledger = new TestLedger();
        TaskHarness task = new TaskHarness(ledger).start();
        CertifiedEvent polled = TestLedger.event("polled");
        CertifiedEvent processed = TestLedger.event("processed");
        task.polled(polled(List.of(ledger.record(polled)), 0, 1));

        task.process(0, processed);

        assertThat(task.sealed()).extracting(SealedEvent::certified).containsExactly(processed);
    }

    @Test
    void aTaskThatGoesBackReadsWhatIsPolledAgain() {
        TestLedger ledger = new TestLedger();
        TaskHarness task = new TaskHarness(ledger).start();
        List<Record<byte[], byte[]>> intake =
                List.of(ledger.record(TestLedger.event("a")), ledger.record(TestLedger.event("b")));
        task.polled(polled(intake, 0, 2));
        task.process(0, intake.get(0));
        task.process(1, intake.get(1));
        task.start();

        task.polled(polled(intake, 0, 2));
        task.process(0, intake.get(0));

        assertThat(task.sealed())
                .extracting(record -> record.event().eventId().value())
                .containsExactly("a");
    }

    @Test
    void whatHasItsOutcomeIsNotReadAgain() {
        TestLedger ledger = new TestLedger();
        ReadAhead ahead = ahead(ledger);
        ahead.startBehind(1);

        ahead.polled(polled(ledger, 2));

        assertThat(ahead.waiting()).isZero();
    }

    @Test
    void whatWasSkippedDoesNotStay() {
        TestLedger ledger = new TestLedger();
        ReadAhead ahead = ahead(ledger);
        ahead.polled(polled(ledger, 2));

        ahead.startBehind(1);

        assertThat(ahead.waiting()).isZero();
    }

    @Test
    void noMoreIsReadAheadThanMemoryHolds() {
        ReadAhead ahead = ahead(new TestLedger());
        byte[] large = new byte[1 << 20];
        List<Record<byte[], byte[]>> intake = Collections.nCopies(4_000, new Record<>(large, large, 0));

        ahead.polled(polled(intake, 0, intake.size()));

        long chunk = (long) ReadAhead.CHUNK_RECORDS * large.length;
        assertThat(ahead.waiting()).isBetween(ReadAhead.MAX_BYTES, ReadAhead.MAX_BYTES + chunk);
    }

    @Test
    void whatIsBeyondThatIsDecodedInItsTurn() {
        TestLedger ledger = new TestLedger();
        ReadAhead ahead = ahead(ledger);
        Record<byte[], byte[]> record = ledger.record(TestLedger.event("later"));

        IntakeRecord decoded = ahead.decoded(7, record);

        assertThat(decoded.content()).isInstanceOf(IntakeRecord.Content.Decoded.class);
    }

    private static ReadAhead ahead(TestLedger ledger) {
        return ReadAhead.of(ledger.setup(), LedgerCodecs.avro(), NOBODY);
    }

    private static List<ConsumerRecord<byte[], byte[]>> polled(TestLedger ledger, int count) {
        return polled(Collections.nCopies(count, ledger.record(TestLedger.event("polled"))), 0, count);
    }

    private static TaskHarness harness(Executor cores) {
        return new TaskHarness(new TestLedger(Certification.REQUIRED))
                .withCores(cores)
                .start();
    }

    /** Each poll has 1 to {@code most} records, and ends with a commit. */
    private static void sealInPolls(TaskHarness task, List<Record<byte[], byte[]>> intake, long seed, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int start = 0; start < intake.size(); ) {
            int end = Math.min(intake.size(), start + 1 + random.nextInt(most));
            task.polled(polled(intake, start, end));
            for (int offset = start; offset < end; offset++) {
                task.process(offset, intake.get(offset));
            }
            task.commit();
            start = end;
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> polled(
            List<Record<byte[], byte[]>> intake, int start, int end) {
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        for (int offset = start; offset < end; offset++) {
            Record<byte[], byte[]> record = intake.get(offset);
            polled.add(new ConsumerRecord<>(
                    "ledger.intake",
                    0,
                    offset,
                    record.timestamp(),
                    TimestampType.LOG_APPEND_TIME,
                    ConsumerRecord.NULL_SIZE,
                    ConsumerRecord.NULL_SIZE,
                    record.key(),
                    record.value(),
                    record.headers(),
                    Optional.empty()));
        }
        return polled;
    }
}
