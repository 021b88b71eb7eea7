package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerFault;
import io.sealstream.topology.Degradation.Reason;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a starting task makes of its head store, of the sealed topic and of the intake. */
class HeadStartTest {
    private final TestLedger ledger = new TestLedger();
    private final SealedEvent first = ledger.sealed(ledger.genesis, 0, TestLedger.event("a"));
    private final SealedEvent second = ledger.sealed(first, 1, TestLedger.event("b"));
    private final TaskHarness task = new TaskHarness(ledger);

    @AfterEach
    void clearInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void beginsBehindTheGenesisWhereThereIsNothingElse() {
        task.start().process(0, TestLedger.event("a"));

        assertThat(task.sealed()).containsExactly(first);
    }

    @Test
    void stopsWhereTheStoreIsEmptyAndTheLedgerIsNot() {
        ledger.follower.fold(first);

        Degradation degradation = Halts.degradationAtSecondLook(task::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_LOST);
        assertThat(degradation.detail()).contains("ledger.sealed ends with sequence 1", "--adopt-head");
        assertThat(degradation.lastGood()).isEqualTo(new Sequence(1));
        assertThat(degradation.clearsByItself()).isFalse();
    }

    @Test
    void stopsWhereTheStoreIsEmptyAndRecordsWereRejected() {
        ledger.nothingRejected = false;

        Degradation degradation = Halts.degradationAtSecondLook(task::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_LOST);
        assertThat(degradation.detail()).contains("ledger.rejected");
    }

    @Test
    void goesOnWhereStoreAndLedgerEndAlike() {
        ledger.follower.fold(first);
        ledger.nothingRejected = false;
        task.withStoredHead(FakeLedgerView.headAt(first)).start();

        task.process(1, TestLedger.event("b"));

        assertThat(task.sealed()).containsExactly(second);
    }

    @Test
    void stopsWhereTheLedgerGoesFurtherThanTheStore() {
        ledger.follower.fold(first);
        ledger.follower.fold(second);
        ledger.follower.fold(ledger.sealed(second, 2, TestLedger.event("c")));

        Degradation degradation =
                Halts.degradationAtSecondLook(task.withStoredHead(FakeLedgerView.headAt(first))::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
        assertThat(degradation.detail()).contains("ends with sequence 3", "the head of the sealer is 1");
        assertThat(degradation.lastGood()).isEqualTo(new Sequence(1));
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(2));
    }

    @Test
    void stopsWhereTheLedgerHasAnotherHashAtTheHead() {
        ledger.follower.fold(first);
        LedgerHead other = new LedgerHead(first.sequence(), Hash.ZERO, first.sealedAtMs(), 0);

        Degradation degradation = Halts.degradationOf(task.withStoredHead(other)::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
        assertThat(degradation.detail()).contains(first.eventHash().hex(), Hash.ZERO.hex());
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(1));
    }

    @Test
    void waitsForAFollowerThatLags() {
        ledger.follower.whileWaiting(() -> ledger.follower.fold(first));

        task.withStoredHead(FakeLedgerView.headAt(first)).start();

        assertThat(ledger.follower.waits).containsExactly(TestLedger.PATIENCE);
    }

    /** No fault of the ledger's: the client is started anew. */
    @Test
    void givesUpWhereTheFollowerDoesNotArrive() {
        ledger.sealedEnd = 2;

        FollowerBehindException behind =
                Halts.causeOf(task.withStoredHead(FakeLedgerView.headAt(first))::start, FollowerBehindException.class);

        assertThat(behind).hasMessageContaining("ledger.sealed").hasMessageContaining("offset 2");
    }

    /** Behind an open transaction there can be committed records, of which the head's may not be the last. */
    @Test
    void givesUpWhereTheFollowerIsHeldBackBeforeTheEnd() {
        ledger.sealedEnd = 3;
        ledger.follower.moveTo(2);
        ledger.follower.fold(first);

        FollowerBehindException behind =
                Halts.causeOf(task.withStoredHead(FakeLedgerView.headAt(first))::start, FollowerBehindException.class);

        assertThat(behind).hasMessageContaining("offset 3").hasMessageContaining("a transaction is open");
    }

    /** What it holds could be committed with the next transaction, beside the outcomes that were given again. */
    @Test
    void givesUpWhereATransactionStaysOpenInTheRejectedTopic() {
        ledger.rejectedIsSettled = false;

        assertThatThrownBy(task::start).isInstanceOf(TimeoutException.class);
    }

    @Test
    void doesNotTakeALedgerForNewWhereTheFollowerIsHeldBack() {
        ledger.sealedEnd = 2;

        assertThatThrownBy(task::start).isInstanceOf(FollowerBehindException.class);
    }

    /** Head and record were committed together, so a tail that is not there was cut off. */
    @Test
    void doesNotStartWhereTheFollowerIsAtTheEndAndBelowTheHead() {
        ledger.follower.moveTo(2);
        ledger.sealedEnd = 2;

        Degradation degradation = Halts.degradationOf(task.withStoredHead(FakeLedgerView.headAt(first))::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
        assertThat(degradation.firstBad()).isEqualTo(new Sequence(1));
        assertThat(degradation.detail()).contains("its tail is gone");
    }

    /** The wait was over too early; nothing is gone. */
    @Test
    void givesUpWhereTheFollowerArrivesWhenTheWaitIsOver() {
        ledger.follower.afterWaiting(() -> {
            ledger.follower.fold(first);
            ledger.follower.moveTo(2);
        });
        ledger.sealedEnd = 2;
        ledger.follower.moveTo(2);

        assertThatThrownBy(task.withStoredHead(FakeLedgerView.headAt(first))::start)
                .isInstanceOf(FollowerBehindException.class);
    }

    @Test
    void givesUpWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(task::start).isInstanceOf(FollowerBehindException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void stopsWhereTheFollowerMetAFault() {
        ledger.follower.latch(new FollowerFault(
                FollowerFault.Reason.TAMPERED, Sequence.GENESIS, new Sequence(1), "PAYLOAD_MISMATCH at sequence 1"));

        Degradation degradation = Halts.degradationOf(task.withStoredHead(FakeLedgerView.headAt(first))::start);

        assertThat(degradation)
                .isEqualTo(Degradation.atSequence(
                        Reason.TAMPERED, "PAYLOAD_MISMATCH at sequence 1", Sequence.GENESIS, new Sequence(1)));
    }

    @Test
    void stopsWhereIntakeRecordsWithoutOutcomeAreGone() {
        ledger.follower.fold(first);
        ledger.lostIntake = "ledger.intake starts at 9, and the last outcome is that of";

        Degradation degradation =
                Halts.degradationAtSecondLook(task.withStoredHead(FakeLedgerView.headAt(first))::start);

        assertThat(degradation.reason()).isEqualTo(Reason.INTAKE_LOST);
        assertThat(degradation.detail()).isEqualTo("ledger.intake starts at 9, and the last outcome is that of 0");
        assertThat(degradation.intakeOffset()).isEqualTo(1);
    }

    /** The stored offset is one of the old intake; by it, what stands in the new one would be skipped in silence. */
    @Test
    void stopsWhereTheTopicsAreNotThoseThatTheLedgerNames() {
        ledger.follower.fold(first);
        ledger.follower.name(new LedgerTopics("cluster", "earlier intake", "sealed-id"));

        Degradation degradation = Halts.degradationOf(task.withStoredHead(FakeLedgerView.headAt(first))::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
        assertThat(degradation.detail()).contains("earlier intake", "intake-id", "--adopt-head");
    }

    @Test
    void doesNotGuessAtAStoreThatHoldsSomethingElse() {
        ledger.follower.fold(first);
        byte[] cut = FakeLedgerView.headAt(first).encode().cutAt(56).toByteArray();

        assertThatThrownBy(task.withStoredBytes(cut)::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ledger head");
    }
}
