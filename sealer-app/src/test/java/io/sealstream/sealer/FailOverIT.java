package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.reader.LedgerUnreadableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sealing goes on without waiting for a time-out wherever that is safe: with those of 10 minutes, a test cannot wait. */
@ExtendWith(TrialLedgers.class)
class FailOverIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    FailOverIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    @Test
    void doesNotWaitForTheTransactionOfASealerThatDied() throws Exception {
        ledger.start().awaitHealthy().close();
        ForeignWriter dead = ledger.closing(
                new ForeignWriter(ledger, ledger.names().sealerGroup() + "-" + UUID.randomUUID() + "-1"));
        dead.leaveOpen(ledger.names().sealed());

        ledger.start().awaitHealthy();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        Audit.requireWhole(ledger);
    }

    @Test
    void restartsInItsPlaceAfterItWasKilled() throws Exception {
        SealerConfig config = ledger.endlessConfig("state", "");
        SealerProcess killed = ledger.startProcess(config).awaitHealthy();
        submitter.sendAll(ids("before-", 3_000));
        outcomes.awaitSealed("before-0");
        killed.kill();

        ledger.start(config).awaitHealthy();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        assertThat(outcomes.sealed()).hasSize(2 + 3_000 + 1);
        Audit.requireWhole(ledger);
    }

    @Test
    void handsOverAtOnceWhenItIsStopped() throws Exception {
        RunningSealer first = ledger.start(ledger.endlessConfig("first", "")).awaitHealthy();
        ledger.start(ledger.endlessConfig("second", "")).awaitHealthy();
        submitter.submit("before");
        outcomes.awaitSealed("before");

        first.close();

        submitter.submit("after");
        outcomes.awaitSealed("after");
    }

    @Test
    void handsOverAtOnceWhenItRefusesToGoOn() throws Exception {
        AtomicReference<Duration> error = new AtomicReference<>(Duration.ZERO);
        RunningSealer first = ledger.closing(RunningSealer.start(
                ledger.endlessConfig("first", ""), false, () -> Instant.now().plus(error.get())));
        first.awaitHealthy();
        ledger.start(ledger.endlessConfig("second", "")).awaitHealthy();
        submitter.submit("before");
        outcomes.awaitSealed("before");

        error.set(Duration.ofHours(-1));
        submitter.submit("after");

        assertThat(first.awaitDegraded().reason()).isEqualTo("CLOCK");
        outcomes.awaitSealed("after");
        Audit.requireWhole(ledger);
    }

    @Test
    void standbyLeavesTheSealerThatWorksAlone() throws Exception {
        SealerProcess first = ledger.startProcess(ledger.config("first")).awaitHealthy();
        submitter.sendAll(ids("while-it-joins-", 5_000));

        ledger.start(ledger.config("second")).awaitHealthy();

        outcomes.awaitSealedCount(2 + 5_000);
        assertThat(first.health().state()).isEqualTo("HEALTHY");
        assertThat(first.log()).doesNotContain("took over", "trying again", "left open");
    }

    @Test
    void refusesToSealBesideOneOfTheSameInstanceId() throws Exception {
        RunningSealer first =
                ledger.start(ledger.endlessConfig("first", "the-same")).awaitHealthy();

        ledger.start(ledger.endlessConfig("second", "the-same")).awaitHealthy();

        Health.Fault fault = first.awaitDegraded();
        assertThat(fault.detail()).contains("another sealer", "instance id", "instance.id");
        submitter.submit("after");
        outcomes.awaitSealed("after");
    }

    @Test
    void comesBackWhenItWasPutOutBySomebodyWhoIsGone() throws Exception {
        RunningSealer sealer =
                ledger.start(ledger.endlessConfig("state", "the-same")).awaitHealthy();
        SealerProcess other =
                ledger.startProcess(ledger.endlessConfig("other", "the-same")).awaitHealthy();

        other.kill();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        sealer.awaitHealthy();
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
