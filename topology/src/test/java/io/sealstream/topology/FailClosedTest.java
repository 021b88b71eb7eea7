package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerFault;
import io.sealstream.topology.Degradation.Reason;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, nothing more is forwarded; while nothing arrives, it shows all the same. */
class FailClosedTest {
    private static final Duration IDLE_CHECK = Duration.ofSeconds(5);

    private final TestLedger ledger = new TestLedger();
    private final SealingDriver driver;

    FailClosedTest(@TempDir Path directory) {
        driver = new SealingDriver(ledger, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @CsvSource({"TAMPERED, TAMPERED", "TOPIC_LOST, TOPIC_LOST", "UNSUPPORTED, UNSUPPORTED", "FAILED, UNFORESEEN"})
    void stopsAtTheNextRecordWhereTheFollowerMetAFault(FollowerFault.Reason fault, Reason reason) {
        driver.submit(TestLedger.event("a"));
        ledger.follower.latch(new FollowerFault(fault, Sequence.GENESIS, new Sequence(1), "what was found"));

        Degradation degradation = Halts.degradationOf(() -> driver.submit(TestLedger.event("b")));

        assertThat(degradation)
                .isEqualTo(Degradation.atSequence(reason, "what was found", Sequence.GENESIS, new Sequence(1)));
        assertThat(driver.sealed()).hasSize(1);
        assertThat(driver.rejected()).isEmpty();
    }

    @Test
    void stopsWhileNothingArrivesWhereTheFollowerMetAFault() {
        ledger.follower.latch(new FollowerFault(FollowerFault.Reason.TOPIC_LOST, null, null, "deleted"));

        Degradation degradation = Halts.degradationOf(() -> driver.passTime(IDLE_CHECK));

        assertThat(degradation.reason()).isEqualTo(Reason.TOPIC_LOST);
    }

    @Test
    void goesOnWhileNothingArrivesAndNothingIsWrong() {
        driver.passTime(IDLE_CHECK.multipliedBy(20));
        driver.submit(TestLedger.event("a"));

        assertThat(driver.sealed()).hasSize(1);
    }

    @Test
    void stopsWhereTheTopicHoldsARecordBeyondTheHead() {
        driver.submit(TestLedger.event("a"));
        SealedEvent a = driver.sealed().getFirst();
        ledger.follower.fold(a);
        ledger.follower.fold(ledger.sealed(a, 1, TestLedger.event("of somebody else")));

        Degradation degradation = Halts.degradationOf(() -> driver.submit(TestLedger.event("b")));

        assertThat(degradation.reason()).isEqualTo(Reason.FOREIGN_RECORD);
        assertThat(degradation.detail()).contains("ledger.sealed holds sequence 2", "this sealer's last is 1");
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(2));
        assertThat(driver.sealed()).isEmpty();
    }

    @Test
    void stopsAtARecordBeyondTheHeadAlsoWhileNothingArrives() {
        ledger.follower.fold(ledger.sealed(ledger.genesis, 0, TestLedger.event("of somebody else")));

        Degradation degradation = Halts.degradationOf(() -> driver.passTime(IDLE_CHECK));

        assertThat(degradation.reason()).isEqualTo(Reason.FOREIGN_RECORD);
    }

    @Test
    void stopsWhereTheTopicHoldsAnotherRecordInsteadOfItsOwn() {
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("b"));
        SealedEvent foreign = ledger.sealed(ledger.genesis, 0, TestLedger.event("of somebody else"));
        ledger.follower.fold(foreign);

        Degradation degradation = Halts.degradationOf(() -> driver.submit(TestLedger.event("c")));

        assertThat(degradation.reason()).isEqualTo(Reason.FOREIGN_RECORD);
        assertThat(degradation.detail()).contains(foreign.eventHash().hex(), "this sealer wrote");
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(1));
    }

    /** A chain that leads somewhere else is found at its end, whatever lies between. */
    @Test
    void stopsWhereTheTopicEndsWithAnotherHashAtItsOwnSequence() {
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("b"));
        ledger.follower.pretend(new LedgerHead(new Sequence(2), Hash.ZERO, ledger.nowMs(), 1));

        Degradation degradation = Halts.degradationOf(() -> driver.passTime(IDLE_CHECK));

        assertThat(degradation.reason()).isEqualTo(Reason.FOREIGN_RECORD);
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(2));
    }

    @Test
    void namesTheRecordThatCouldNotBeJudged() {
        driver.submit(TestLedger.event("a"));
        ledger.follower.failToFind(new IllegalStateException("the index is closed"));

        Degradation degradation = Halts.degradationOf(() -> driver.submit(TestLedger.event("b")));

        assertThat(degradation.reason()).isEqualTo(Reason.UNFORESEEN);
        assertThat(degradation.intakeOffset()).isEqualTo(1);
        assertThat(degradation.detail()).contains("intake offset 1", "the index is closed");
        assertThat(driver.sealed()).hasSize(1);
    }

    @Test
    void leavesTheHeadWhereItWas() {
        driver.submit(TestLedger.event("a"));
        LedgerHead before = driver.headStore().getFirst().value;
        ledger.follower.failToFind(new IllegalStateException("the index is closed"));

        Halts.degradationOf(() -> driver.submit(TestLedger.event("b")));

        assertThat(driver.headStore()).extracting(entry -> entry.value).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {TestLedger.CREATED_AT_MS + 5_001, Long.MAX_VALUE})
    void stopsWhereTheBrokerIsAheadOfTheClock(long appendedAtMs) {
        Record<byte[], byte[]> record = ledger.record(TestLedger.event("a"));

        Degradation degradation = Halts.degradationOf(() -> driver.submit(record.withTimestamp(appendedAtMs)));

        assertThat(degradation.reason()).isEqualTo(Reason.CLOCK);
        assertThat(degradation.intakeOffset()).isEqualTo(0);
        assertThat(degradation.clearsAtMs()).isEqualTo(appendedAtMs - 5_000);
        assertThat(degradation.clearsByItself()).isTrue();
        assertThat(driver.sealed()).isEmpty();
    }
}
