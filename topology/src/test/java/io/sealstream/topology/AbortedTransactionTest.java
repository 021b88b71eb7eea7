package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import org.junit.jupiter.api.Test;

/** What was forwarded in a transaction that was aborted never was: a task that starts again has no memory of it. */
class AbortedTransactionTest {
    private final TestLedger ledger = new TestLedger();
    private final TaskHarness task = new TaskHarness(ledger).start();

    @Test
    void sealsTheSameEventsAgainUnderTheSameSequences() {
        task.process(0, TestLedger.event("a"));
        task.process(1, TestLedger.event("b"));
        task.start();

        task.process(0, TestLedger.event("a"));
        task.process(1, TestLedger.event("b"));

        assertThat(task.sealed()).extracting(SealedEvent::sequence).containsExactly(new Sequence(1), new Sequence(2));
        assertThat(task.rejected()).isEmpty();
    }

    @Test
    void goesOnFromTheLastCommit() {
        task.process(0, TestLedger.event("a"));
        task.commit();
        task.committedSealed.forEach(ledger.follower::fold);
        task.process(1, TestLedger.event("b"));
        task.start();

        task.process(1, TestLedger.event("b"));
        task.process(2, TestLedger.event("a"));

        SealedEvent a = task.committedSealed.getFirst();
        assertThat(task.sealed()).containsExactly(ledger.sealed(a, 1, TestLedger.event("b")));
        assertThat(task.rejected()).extracting(RejectedEvent::original).containsExactly(new Sequence(1));
    }

    @Test
    void takesAnIdThatOnlyTheAbortedTransactionHadForAnotherEvent() {
        task.process(0, TestLedger.event("a"));
        task.start();

        task.process(0, TestLedger.event("a", "another payload"));

        assertThat(task.sealed())
                .containsExactly(ledger.sealed(ledger.genesis, 0, TestLedger.event("a", "another payload")));
    }

    @Test
    void keepsAnAbortedRejectionOutOfTheHead() {
        task.process(0, TestLedger.event("a"));
        task.commit();
        task.committedSealed.forEach(ledger.follower::fold);
        task.process(1, TestLedger.event("a"));

        task.start();

        SealedEvent a = task.committedSealed.getFirst();
        assertThat(task.storedHead()).hasValue(new LedgerHead(a.sequence(), a.eventHash(), a.sealedAtMs(), 0));
    }
}
