package io.sealstream.sealer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.topology.Degradation;
import io.sealstream.topology.Degradation.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What {@code /health} says, as numbers; NaN where it says nothing. */
record HealthGauges(Supplier<HealthReport> health) implements MeterBinder {
    private static final double MILLIS = 1_000;

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : List.of("STARTING", "HEALTHY", "DEGRADED", "STOPPED")) {
            flag("ledger.state", report -> report.status().name().equals(state))
                    .description("1 for the state that the sealer is in.")
                    .tag("state", state)
                    .register(registry);
        }
        // A foreign record starts the sealer anew, and is never shown as DEGRADED by itself.
        for (Reason reason : EnumSet.complementOf(EnumSet.of(Reason.FOREIGN_RECORD))) {
            flag("ledger.degraded.reason", report -> isDegraded(report, reason))
                    .description("1 for the reason why nothing is sealed.")
                    .tag("reason", reason.name())
                    .register(registry);
        }
        flag("ledger.ready", HealthReport::isReady)
                .description("1 where /health/ready answers 200.")
                .register(registry);
        ofHead("ledger.head.sequence", head -> head.sequence().value())
                .description("The last sequence that this node has read, committed, and checked.")
                .register(registry);
        ofHead("ledger.head.sealed.at", head -> head.sealedAtMs() / MILLIS)
                .description("When that was sealed, since 1970-01-01T00:00:00Z.")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<Supplier<Number>> flag(String name, Predicate<HealthReport> isSet) {
        return Gauge.builder(name, () -> isSet.test(health.get()) ? 1 : 0);
    }

    private Gauge.Builder<Supplier<Number>> ofHead(String name, ToDoubleFunction<LedgerHead> value) {
        return Gauge.builder(name, () -> {
            LedgerHead head = health.get().head();
            return head == null ? Double.NaN : value.applyAsDouble(head);
        });
    }

    private static boolean isDegraded(HealthReport report, Reason reason) {
        return report.status() instanceof SealerStatus.Degraded(Degradation degradation)
                && degradation.reason() == reason;
    }
}
