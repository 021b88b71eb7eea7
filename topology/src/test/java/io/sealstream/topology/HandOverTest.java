package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.topology.Degradation.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another sealer takes over and moves the head while this one starts with the head that it had restored. */
class HandOverTest {
    private final TestLedger ledger = new TestLedger();
    private final SealedEvent first = ledger.sealed(ledger.genesis, 0, TestLedger.event("a"));
    private final SealedEvent second = ledger.sealed(first, 1, TestLedger.event("b"));
    private final TaskHarness task = new TaskHarness(ledger);

    @BeforeEach
    void restoreTheFirst() {
        ledger.follower.fold(first);
        task.withStoredHead(FakeLedgerView.headAt(first));
    }

    @Test
    void isNoFaultWhereTheOtherSealedMeanwhile() {
        ledger.follower.whileWaiting(() -> ledger.follower.fold(second));

        StaleHeadException stale = Halts.causeOf(task::start, StaleHeadException.class);

        assertThat(stale)
                .hasMessageContaining("another sealer may have moved the head")
                .hasMessageContaining("HEAD_MISMATCH: ledger.sealed ends with sequence 2");
    }

    @Test
    void isNoFaultWhereTheOtherMovedTheGroup() {
        ledger.lostIntake = "the group would pass over what is behind";

        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);
    }

    @Test
    void isNoFaultWhereTheOtherSealedTheFirstEventOfAll() {
        TaskHarness withoutHead = new TaskHarness(ledger);

        assertThatThrownBy(withoutHead::start).isInstanceOf(StaleHeadException.class);
    }

    @Test
    void isOverWhenTheHeadIsRestoredAnew() {
        ledger.follower.whileWaiting(() -> ledger.follower.fold(second));
        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);
        ledger.follower.whileWaiting(() -> {});

        task.withStoredHead(FakeLedgerView.headAt(second)).start().process(2, TestLedger.event("c"));

        assertThat(task.sealed()).containsExactly(ledger.sealed(second, 2, TestLedger.event("c")));
    }

    /** The head moves, so somebody seals: this one was only late again. */
    @Test
    void canComeTwiceInARow() {
        ledger.follower.whileWaiting(() -> ledger.follower.fold(second));
        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);
        SealedEvent third = ledger.sealed(second, 2, TestLedger.event("c"));
        ledger.follower.whileWaiting(() -> ledger.follower.fold(third));

        assertThatThrownBy(task.withStoredHead(FakeLedgerView.headAt(second))::start)
                .isInstanceOf(StaleHeadException.class);
    }

    @Test
    void isNoneWhereTheSameHeadMeetsTheSameAgain() {
        ledger.follower.fold(second);
        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);

        Degradation degradation = Halts.degradationOf(task::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
    }

    /** Whatever it was, the task ran since then. */
    @Test
    void isForgottenOnceATaskHasStarted() {
        ledger.lostIntake = "the group would pass over what is behind";
        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);
        ledger.lostIntake = null;
        task.start();
        ledger.follower.fold(second);

        assertThatThrownBy(task::start).isInstanceOf(StaleHeadException.class);
    }
}
