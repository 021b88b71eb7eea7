package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An observer hears of each intake record once whenever it is worked off, and of each start where it went on. */
class SealingObserverTest implements SealingObserver {
    private final List<String> heard = new ArrayList<>();
    private final TestLedger ledger = new TestLedger();

    @Test
    void hearsWhatWasForwardedAgainAfterATransactionWasAborted() {
        ledger.observedBy(this);
        TaskHarness task = new TaskHarness(ledger).start();
        task.process(7, TestLedger.event("a"));
        task.commit();
        task.committedSealed.forEach(ledger.follower::fold);
        task.process(8, TestLedger.event("a"));

        task.start();
        task.process(7, TestLedger.event("a"));
        task.process(8, TestLedger.event("a"));

        assertThat(heard)
                .containsExactly(
                        "started behind -1",
                        "Sealed at 7 of " + ledger.nowMs(),
                        "Rejected at 8 of " + ledger.nowMs(),
                        "started behind 7",
                        "skipped",
                        "Rejected at 8 of " + ledger.nowMs());
    }

    @Override
    public void started(LedgerHead head) {
        heard.add("started behind " + head.intakeOffset());
    }

    @Override
    public void forwarded(long intakeOffset, long appendedAtMs, Outcome outcome) {
        heard.add(outcome.getClass().getSimpleName() + " at " + intakeOffset + " of " + appendedAtMs);
    }

    @Override
    public void skipped() {
        heard.add("skipped");
    }
}
