package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.topology.Degradation.Reason;
import org.junit.jupiter.api.Test;

/** An event and the policy's note behind it are one step: they are committed together or not at all. */
class NotedEventsTest {
    private static final CertifiedEvent A = TestLedger.event("a", "Warn");
    private static final CertifiedEvent B = TestLedger.event("b", "Warn");

    private final TestLedger ledger = new TestLedger();
    private final SealedEvent a = ledger.sealed(ledger.genesis, 0, A);
    private final SealedEvent aNoted = ledger.note(a, PayloadPolicy.noted(a, PolicyNoted.Outcome.WARN));
    private final SealedEvent b = ledger.sealed(aNoted, 1, B);
    private final SealedEvent bNoted = ledger.note(b, PayloadPolicy.noted(b, PolicyNoted.Outcome.WARN));
    private final LedgerHead behindA = new LedgerHead(new Sequence(2), aNoted.eventHash(), aNoted.sealedAtMs(), 0);
    private final TaskHarness task;

    NotedEventsTest() {
        ledger.policy = PayloadPolicy.POLICY;
        task = new TaskHarness(ledger).start();
    }

    @Test
    void anAbortTakesBothBack() {
        task.process(0, A);
        task.start();

        task.process(0, A);
        task.process(1, B);

        assertThat(task.sealed()).containsExactly(a, aNoted, b, bNoted);
    }

    @Test
    void aRestartGoesOnBehindTheNote() {
        commitA();
        ledger.follower.fold(a);
        ledger.follower.fold(aNoted);

        task.start();
        task.process(0, A);
        task.process(1, B);

        assertThat(task.sealed()).containsExactly(b, bNoted);
        assertThat(task.rejected()).isEmpty();
    }

    @Test
    void aRestartWaitsForTheNote() {
        commitA();
        ledger.follower.fold(a);
        ledger.follower.whileWaiting(() -> ledger.follower.fold(aNoted));

        task.start().process(1, B);

        assertThat(task.sealed()).containsExactly(b, bNoted);
    }

    /** It may stand between an event and its note: it reads what is committed in pieces of its own. */
    @Test
    void aFollowerMayLagAtAnyPlace() {
        commitA();

        task.process(1, B);
        task.commit();
        ledger.follower.fold(a);
        task.process(2, A);
        ledger.follower.fold(aNoted);
        task.process(3, B);
        ledger.follower.fold(b);
        task.process(4, B);

        assertThat(task.committedSealed).containsExactly(a, aNoted, b, bNoted);
        assertThat(task.rejected())
                .extracting(RejectedEvent::original)
                .containsExactly(new Sequence(1), new Sequence(3), new Sequence(3));
    }

    @Test
    void anotherNoteThanTheOneThatWasWrittenStopsTheSealer() {
        commitA();
        ledger.follower.pretend(new LedgerHead(new Sequence(2), Hash.ZERO, 0, 0));

        Degradation degradation = Halts.degradationOf(() -> task.process(1, B));

        assertThat(degradation.reason()).isEqualTo(Reason.FOREIGN_RECORD);
        assertThat(degradation.detail()).contains(aNoted.eventHash().hex());
    }

    private void commitA() {
        task.process(0, A);
        task.commit();
        assertThat(task.storedHead()).hasValue(behindA);
    }
}
