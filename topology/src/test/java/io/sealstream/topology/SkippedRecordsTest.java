package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intake records up to the head's offset have their outcome; they come again where the group's offset was lost. */
class SkippedRecordsTest {
    private final TestLedger ledger = new TestLedger();
    private final LedgerHead head =
            new LedgerHead(ledger.genesis.sequence(), ledger.genesis.eventHash(), ledger.genesis.sealedAtMs(), 41);
    private final TaskHarness task =
            new TaskHarness(ledger).withStoredHead(head).start();

    @ParameterizedTest
    @ValueSource(longs = {0, 40, 41})
    void givesNoSecondOutcome(long offset) {
        task.process(offset, TestLedger.event("a"));

        assertThat(task.sealed()).isEmpty();
        assertThat(task.rejected()).isEmpty();
        assertThat(task.storedHead()).hasValue(head);
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 1_000})
    void goesOnWithTheFirstOneBehind(long offset) {
        task.process(41, TestLedger.event("a"));

        task.process(offset, TestLedger.event("a"));

        assertThat(task.sealed()).extracting(s -> s.intake().offset()).containsExactly(offset);
    }

    /** A clock that is wrong, or a ledger with a fault, is no reason to stop where nothing is written. */
    @Test
    void needsNoClockToSkip() {
        ledger.clockSays(0);

        task.process(41, TestLedger.event("a"));

        assertThat(task.sealed()).extracting(SealedEvent::sequence).isEmpty();
    }
}
