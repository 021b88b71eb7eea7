package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class TwoSealersIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    TwoSealersIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    @Test
    void handOverWhenTheFirstStops() throws Exception {
        RunningSealer first = ledger.start(ledger.config("first")).awaitHealthy();
        RunningSealer second = ledger.start(ledger.config("second")).awaitHealthy();
        submitter.sendAll(ids("while-both-run-", 2_000));
        outcomes.awaitSealed("while-both-run-0");

        first.close();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        assertThat(second.health().state()).isEqualTo("HEALTHY");
        assertThat(outcomes.sealed()).hasSize(2 + 2_000 + 1);
        Audit.requireWhole(ledger);
    }

    @Test
    void doNotGetInEachOthersWayWhenOneWasPausedAndComesBack() throws Exception {
        SealerProcess paused = ledger.startProcess(ledger.config("paused")).awaitHealthy();
        RunningSealer other = ledger.start(ledger.config("other")).awaitHealthy();
        submitter.sendAll(ids("before-", 3_000));
        outcomes.awaitSealed("before-0");

        paused.pause();
        submitter.sendAll(ids("while-paused-", 1_000));
        outcomes.awaitSealed("while-paused-999");
        paused.resume();
        submitter.sendAll(ids("after-", 1_000));
        outcomes.awaitSealed("after-999");

        await().atMost(TrialLedger.PATIENCE)
                .until(() -> paused.health().report().required("last_sequence").longValue() == 5_001);
        paused.awaitHealthy();
        other.close();
        submitter.submit("alone");
        outcomes.awaitSealed("alone");
        assertThat(paused.log()).doesNotContain("DEGRADED");
        assertThat(outcomes.sealed()).hasSize(2 + 5_000 + 1);
        Audit.requireWhole(ledger);
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
