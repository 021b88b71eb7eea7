package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A follower stands still while sealing goes on: somebody else's transaction in {@code L.sealed} is before it. */
@ExtendWith(TrialLedgers.class)
class StoppedFollowerIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    StoppedFollowerIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
    }

    @Test
    void sealingStopsUntilItGoesOnAndThenGoesOnByItself() throws Exception {
        RunningSealer sealer = ledger.start().awaitHealthy();
        submitter.addProducer();
        outcomes.awaitSealed("producer-added");
        ForeignWriter writer = ledger.foreignWriter();
        writer.leaveOpen(ledger.names().sealed());

        submitter.submit("unseen");

        awaitWaitingFor(sealer, "is at sequence 1 and has stood there for");
        long end = sealedEnd();
        submitter.submit("meanwhile");
        awaitWaitingFor(sealer, "comparing the head with the topics");
        assertThat(sealer.health().isReady()).isFalse();
        assertThat(sealedEnd()).as("the end while it waits").isEqualTo(end);
        writer.abort();
        outcomes.awaitSealed("meanwhile");
        sealer.awaitHealthy();
        Audit.requireWhole(ledger);
    }

    private static void awaitWaitingFor(RunningSealer sealer, String what) {
        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() -> assertThat(
                                sealer.health().report().required("waiting_for").asText())
                        .contains(what));
    }

    private long sealedEnd() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            return inspector.range(ledger.names().sealed()).end();
        }
    }
}
