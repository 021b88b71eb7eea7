package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.reader.LedgerUnreadableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class HeadLostIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    HeadLostIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    @Test
    void goesOnOnlyWhenItIsToldToAdoptTheHead() throws Exception {
        sealThenLoseTheHead();
        submitter.submit("later");

        try (RunningSealer refusing = ledger.start()) {
            Health.Fault fault = refusing.awaitDegraded();
            assertThat(fault.reason()).isEqualTo("HEAD_LOST");
            assertThat(fault.detail()).contains("--adopt-head");
            assertThat(outcomes.sealed()).hasSize(3);
        }
        try (RunningSealer adopting = ledger.startAdopting()) {
            adopting.awaitHealthy();
            outcomes.awaitSealed("later");
        }

        ledger.start().awaitHealthy();
        submitter.submit("last");
        assertThat(outcomes.awaitSealed("last").sequence()).hasToString("4");
        assertThat(outcomes.rejected()).hasSize(1);
        Audit.requireWhole(ledger);
    }

    @Test
    void keepsAnAdoptedHeadThoughNothingMovesIt() throws Exception {
        sealThenLoseTheHead();
        try (RunningSealer adopting = ledger.startAdopting()) {
            adopting.awaitHealthy();
            Changelog.awaitRecord(ledger);
        }

        ledger.start().awaitHealthy();

        submitter.submit("last");
        assertThat(outcomes.awaitSealed("last").sequence()).hasToString("3");
        Audit.requireWhole(ledger);
    }

    /** With a sealed record and a rejected one behind it. */
    private void sealThenLoseTheHead() throws Exception {
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            submitter.submit("a");
            outcomes.awaitRejected(submitter.submit("a"));
        }
        RestartIT.delete(ledger.config().stateDirectory());
        Topics.deleteAndWait(ledger, List.of(Changelog.topic(ledger)));
    }
}
