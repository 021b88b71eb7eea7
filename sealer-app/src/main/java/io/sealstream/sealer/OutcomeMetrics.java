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
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts outcomes once they are committed, each on the node that wrote it. What is forwarded can still be aborted, so it
 * waits here: what was sealed until the follower has seen it, what was rejected until the group's offset or the follower
 * is beyond it. Should too many wait, the oldest are counted without, so that memory is bounded.
 */
final class OutcomeMetrics implements SealingObserver {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeMetrics.class);
    /** So many of a kind wait, which are a few megabytes. */
    static final int MAX_WAITING = 100_000;

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
    private final Deque<Sealed> waitingSealed = new ArrayDeque<>();
    private final Deque<Rejected> waitingRejected = new ArrayDeque<>();
    private boolean saidFull;

    private record Sealed(long intakeOffset, long appendedAtMs) {}

    private record Rejected(long intakeOffset, RejectReason reason) {}

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
        while (hasSealedUpTo(head.intakeOffset())) {
            countSealed();
        }
        settleRejected(head.intakeOffset());
        waitingSealed.clear();
        waitingRejected.clear();
    }

    @Override
    public synchronized void forwarded(long intakeOffset, long appendedAtMs, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sealed sealed -> {
                if (isFull(waitingSealed)) {
                    countSealed();
                }
                waitingSealed.addLast(new Sealed(intakeOffset, appendedAtMs));
            }
            case Outcome.Rejected rejection -> {
                if (isFull(waitingRejected)) {
                    countRejected();
                }
                waitingRejected.addLast(
                        new Rejected(intakeOffset, rejection.event().reason()));
            }
        }
    }

    @Override
    public void skipped() {
        skipped.increment();
    }

    /** The follower has seen everything up to {@code head}. */
    void followed(LedgerHead head) {
        long nowMs = clock.millis();
        List<Sealed> seen = takeSealed(head.intakeOffset());
        for (Sealed sealed : seen) {
            // Two clocks: the broker's can be ahead of this one.
            latency.record(Math.max(0, nowMs - sealed.appendedAtMs()), TimeUnit.MILLISECONDS);
        }
        appended.increment(seen.size());
    }

    /** A histogram takes its time, for which the thread that seals does not wait. */
    private synchronized List<Sealed> takeSealed(long upTo) {
        List<Sealed> taken = new ArrayList<>();
        while (hasSealedUpTo(upTo)) {
            taken.add(waitingSealed.removeFirst());
        }
        settleRejected(upTo);
        return taken;
    }

    /** The sealer's group has committed that it goes on at {@code offset}. */
    synchronized void committed(long offset) {
        settleRejected(offset - 1);
    }

    private boolean hasSealedUpTo(long intakeOffset) {
        Sealed next = waitingSealed.peekFirst();
        return next != null && next.intakeOffset() <= intakeOffset;
    }

    private void settleRejected(long upTo) {
        for (Rejected next = waitingRejected.peekFirst();
                next != null && next.intakeOffset() <= upTo;
                next = waitingRejected.peekFirst()) {
            countRejected();
        }
    }

    private void countSealed() {
        waitingSealed.removeFirst();
        appended.increment();
    }

    private void countRejected() {
        Counter counter = rejected.get(waitingRejected.removeFirst().reason());
        if (counter != null) {
            counter.increment();
        }
    }

    private boolean isFull(Deque<?> waiting) {
        boolean full = waiting.size() >= MAX_WAITING;
        if (full && !saidFull) {
            saidFull = true;
            LOG.warn(
                    "{} outcomes wait to be seen as committed; from now on the oldest beyond so many are counted without"
                            + " waiting, and have no latency",
                    MAX_WAITING);
        }
        return full;
    }
}
