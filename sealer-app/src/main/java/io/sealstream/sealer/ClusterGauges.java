package io.sealstream.sealer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sealstream.reader.LedgerTopicNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far things lag behind, as the cluster told; NaN where it told nothing.
 *
 * @param followed the offset of {@code L.sealed} that the follower reads next
 */
record ClusterGauges(LedgerTopicNames names, Supplier<Optional<ClusterView>> view, LongSupplier followed)
        implements MeterBinder {
    private static final double NANOS = 1e9;

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.intake.lag", this::intakeLag)
                .description("Offsets of the intake that have no committed outcome yet.")
                .baseUnit("offsets")
                .register(registry);
        Gauge.builder("ledger.follower.lag", this::followerLag)
                .description("Offsets of the sealed topic that this node has not read yet.")
                .baseUnit("offsets")
                .register(registry);
        for (String topic : List.of(names.intake(), names.sealed(), names.rejected(), names.headChangelog())) {
            Gauge.builder("ledger.open.transaction.age", () -> heldSeconds(topic))
                    .description("How long an open transaction has been seen to hold back a topic at the same offset.")
                    .baseUnit("seconds")
                    .tag("topic", topic)
                    .register(registry);
        }
    }

    private double intakeLag() {
        Optional<ClusterView> seen = view.get();
        OptionalLong next = seen.map(ClusterView::next).orElse(OptionalLong.empty());
        return next.isEmpty() ? Double.NaN : lag(seen, names.intake(), next.getAsLong());
    }

    private double followerLag() {
        return lag(view.get(), names.sealed(), followed.getAsLong());
    }

    private static double lag(Optional<ClusterView> seen, String topic, long position) {
        return seen.flatMap(view -> view.topic(topic))
                .map(view -> (double) Math.max(0, view.end() - position))
                .orElse(Double.NaN);
    }

    private double heldSeconds(String topic) {
        return view.get()
                .flatMap(seen -> seen.topic(topic))
                .map(seen -> seen.heldFor().toNanos() / NANOS)
                .orElse(Double.NaN);
    }
}
