package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.topology.Degradation.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator who starts with --adopt-head: the head comes from the topics, whatever the store says. */
class AdoptedHeadTest {
    private final TestLedger ledger = new TestLedger();
    private final SealedEvent first = ledger.sealed(ledger.genesis, 0, TestLedger.event("a"));
    private final LedgerHead adopted = new LedgerHead(first.sequence(), first.eventHash(), first.sealedAtMs(), 7);
    private final TaskHarness task = new TaskHarness(ledger, ledger.setup(adopted));

    @BeforeEach
    void follow() {
        ledger.follower.fold(first);
        ledger.nothingRejected = false;
    }

    @Test
    void goesOnThoughTheStoreIsEmpty() {
        task.start();

        task.process(8, TestLedger.event("b"));

        assertThat(task.sealed()).containsExactly(ledger.sealed(first, 8, TestLedger.event("b")));
    }

    @Test
    void skipsWhatHasItsOutcomeByTheAdoptedHead() {
        task.start();

        task.process(7, TestLedger.event("b"));

        assertThat(task.sealed()).isEmpty();
    }

    @Test
    void isWrittenAndCommittedThoughNothingArrives() {
        task.start();

        task.passTime();

        assertThat(task.storedHead()).hasValue(adopted);
        assertThat(task.asksForCommit()).isTrue();
    }

    @Test
    void isWrittenOnce() {
        task.start().passTime();
        task.commit();

        task.passTime();

        assertThat(task.asksForCommit()).isFalse();
    }

    @Test
    void isWrittenWithWhatWasSealedBehindIt() {
        task.start().process(8, TestLedger.event("b"));

        task.passTime();

        SealedEvent b = task.sealed().getFirst();
        assertThat(task.storedHead()).hasValue(FakeLedgerView.headAt(b));
    }

    @Test
    void isTakenAgainWhereItsTransactionWasAborted() {
        task.start().passTime();

        task.start().process(8, TestLedger.event("b"));

        assertThat(task.sealed()).containsExactly(ledger.sealed(first, 8, TestLedger.event("b")));
    }

    /** Back at the adopted head, the task would seal a second record under a sequence that is taken. */
    @Test
    void isNotTakenAgainOnceSomethingBehindItIsCommitted() {
        task.start().process(8, TestLedger.event("b"));
        task.commit();
        SealedEvent b = task.committedSealed.getFirst();
        ledger.follower.whileWaiting(() -> ledger.follower.fold(b));

        task.start().process(9, TestLedger.event("c"));

        assertThat(task.sealed()).containsExactly(ledger.sealed(b, 9, TestLedger.event("c")));
    }

    @Test
    void replacesAStoredHeadThatContradictsTheTopics() {
        LedgerHead stale = new LedgerHead(first.sequence().next(), Hash.ZERO, first.sealedAtMs(), 30);

        task.withStoredHead(stale).start().passTime();

        assertThat(task.storedHead()).hasValue(adopted);
    }

    @Test
    void mustItselfBeWhereTheTopicEnds() {
        ledger.follower.fold(ledger.sealed(first, 8, TestLedger.event("b")));

        Degradation degradation = Halts.degradationAtSecondLook(task::start);

        assertThat(degradation.reason()).isEqualTo(Reason.HEAD_MISMATCH);
    }

    /** The ledger was moved: nothing but the record that says so is sealed, and what comes before it gets its outcome. */
    @Test
    void holdsForTopicsThatTheLedgerDoesNotNameYet() {
        ledger.follower.name(new LedgerTopics("cluster", "earlier intake", "earlier sealed"));

        task.start().process(8, TestLedger.event("b"));

        assertThat(task.rejected()).extracting(RejectedEvent::reason).containsExactly(RejectReason.INVALID);
        assertThat(task.sealed()).isEmpty();
    }

    @Test
    void holdsForThemAlsoWhenTheTaskStartsAgain() {
        ledger.follower.name(new LedgerTopics("cluster", "earlier intake", "earlier sealed"));
        task.start().process(8, TestLedger.event("b"));
        task.commit();

        task.start().process(8, TestLedger.event("b"));

        assertThat(task.rejected()).isEmpty();
        assertThat(task.storedHead()).map(LedgerHead::intakeOffset).hasValue(8L);
    }
}
