package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class ClockIT {
    @Test
    void sealsAgainAsSoonAsTheClockIsRight(TrialLedger ledger) throws Exception {
        AtomicReference<Duration> error = new AtomicReference<>(Duration.ZERO);
        Submitter submitter = ledger.submitter(ledger.init().eventHash());
        Outcomes outcomes = ledger.outcomes();
        RunningSealer sealer = ledger.closing(
                RunningSealer.start(ledger.config(), false, () -> Instant.now().plus(error.get())));
        sealer.awaitHealthy();
        submitter.addProducer();
        outcomes.awaitSealedCount(2);

        error.set(Duration.ofHours(-1));
        submitter.submit("late");

        assertThat(sealer.awaitDegraded().reason()).isEqualTo("CLOCK");
        assertThat(sealer.health().isReady()).isFalse();
        assertThat(Scrape.of(sealer.health()).value("ledger_degraded_reason", "reason=\"CLOCK\""))
                .isEqualTo(1);
        assertThat(outcomes.sealed()).hasSize(2);
        error.set(Duration.ZERO);
        sealer.awaitHealthy();
        outcomes.awaitSealed("late");
        Audit.requireWhole(ledger);
    }
}
