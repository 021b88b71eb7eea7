package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transaction that nobody ends holds sealing back, since a later commit could publish what it wrote. */
@ExtendWith(TrialLedgers.class)
class OpenRejectionsIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    OpenRejectionsIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
    }

    @Test
    void sealingWaitsUntilItIsEnded() throws Exception {
        ForeignWriter writer = ledger.closing(new ForeignWriter(ledger, "somebody-else"));
        writer.leaveOpen(ledger.names().rejected());
        RunningSealer sealer = ledger.start();
        submitter.addProducer();
        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() -> assertThat(sealer.health().get("/health").body())
                        .contains("a transaction is open in " + ledger.names().rejected()));
        outcomes.awaitSealedCount(1);

        writer.abort();

        outcomes.awaitSealedCount(2);
    }
}
