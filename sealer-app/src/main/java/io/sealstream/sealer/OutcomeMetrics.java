package io.sealstream.sealer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.topology.SealingObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts outcomes once they are committed, each on the node that wrote it. What is forwarded can still be aborted, so it
 * waits here: what was sealed until the follower has seen it, what was rejected until anything behind it is known to be
 * committed. A handful of bytes a record; the follower may not lag so far that it were many.
 */
final class OutcomeMetrics implements SealingObserver {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final InstantSource clock;
    private final Counter appended;
    private final Map<RejectReason, Counter> rejected = new EnumMap<>(RejectReason.class);
    private final Counter skipped;
    private final Timer latency;
    private final Deque<Pending> pending = new ArrayDeque<>();

    /** @param rejected why, or null where it was sealed */
    private record Pending(
            long intakeOffset, long appendedAtMs, @Nullable RejectReason rejected) {}

    OutcomeMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.appended = Counter.builder("ledger.events.appended")
                .description("Events that this node sealed; committed ones.")
                .register(registry);
        for (RejectReason reason : RejectReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("ledger.events.rejected")
                            .description("Intake records that this node rejected; committed outcomes.")
                            .tag("reason", reason.name())
                            .register(registry));
        }
        this.skipped = Counter.builder("ledger.intake.skipped")
                .description("Intake records that were read again and passed over, since they had their outcome.")
                .register(registry);
        this.latency = Timer.builder("ledger.seal.latency")
                .description("From the broker's append of the intake record until this node read its sealed event as"
                        + " committed.")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public synchronized void started(LedgerHead head) {
        while (isNextUpTo(head.intakeOffset())) {
            settle(pending.removeFirst());
        }
        pending.clear();
    }

    @Override
    public synchronized void forwarded(long intakeOffset, long appendedAtMs, Outcome outcome) {
        pending.addLast(new Pending(intakeOffset, appendedAtMs, reason(outcome)));
    }

    @Override
    public void skipped() {
        skipped.increment();
    }

    /** The follower has seen everything up to {@code head}. */
    synchronized void followed(LedgerHead head) {
        while (isNextUpTo(head.intakeOffset())) {
            Pending next = pending.removeFirst();
            if (next.rejected() == null) {
                // Two clocks: the broker's can be ahead of this one.
                latency.record(Duration.ofMillis(Math.max(0, clock.millis() - next.appendedAtMs())));
            }
            settle(next);
        }
    }

    /** The sealer's group has committed that it goes on at {@code offset}. */
    synchronized void committed(long offset) {
        while (isNextUpTo(offset - 1) && pending.getFirst().rejected() != null) {
            settle(pending.removeFirst());
        }
    }

    private boolean isNextUpTo(long intakeOffset) {
        Pending next = pending.peekFirst();
        return next != null && next.intakeOffset() <= intakeOffset;
    }

    private void settle(Pending outcome) {
        Counter counter = outcome.rejected() == null ? appended : rejected.get(outcome.rejected());
        if (counter != null) {
            counter.increment();
        }
    }

    private static @Nullable RejectReason reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed sealed -> null;
            case Outcome.Rejected rejected -> rejected.event().reason();
        };
    }
}
