package io.sealstream.follower;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the following thread writes how far it is, and all others read it or wait for it. */
final class FollowerBoard {
    private static final long NOT_TOLD = -1;

    private final List<Consumer<FollowerFault>> listeners = new ArrayList<>();
    private volatile @Nullable LedgerSnapshot snapshot;
    private volatile @Nullable FollowerFault fault;
    private volatile FollowerStatus status;
    private boolean stopped;

    FollowerBoard(@Nullable LedgerSnapshot snapshot, long offset) {
        this.snapshot = snapshot;
        this.status = new FollowerStatus(offset, NOT_TOLD, NOT_TOLD, null);
    }

    Optional<LedgerSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    Optional<FollowerFault> fault() {
        return Optional.ofNullable(fault);
    }

    FollowerStatus status() {
        return status;
    }

    synchronized void publish(@Nullable LedgerSnapshot next, long offset) {
        snapshot = next;
        status = new FollowerStatus(offset, status.stableEnd(), status.end(), status.trouble());
        notifyAll();
    }

    /** The first ends that are told are those that count. */
    synchronized void ends(long stableEnd, long end) {
        if (status.end() == NOT_TOLD) {
            status = new FollowerStatus(status.offset(), stableEnd, end, status.trouble());
            notifyAll();
        }
    }

    synchronized void trouble(@Nullable String trouble) {
        status = new FollowerStatus(status.offset(), status.stableEnd(), status.end(), trouble);
    }

    /** Nobody waits any longer. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** The first fault stays. */
    void latch(FollowerFault found) {
        List<Consumer<FollowerFault>> told;
        synchronized (this) {
            if (fault != null) {
                return;
            }
            fault = found;
            notifyAll();
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(found));
    }

    void onFault(Consumer<FollowerFault> listener) {
        FollowerFault latched;
        synchronized (this) {
            latched = fault;
            listeners.add(listener);
        }
        if (latched != null) {
            listener.accept(latched);
        }
    }

    /** @return whether {@code condition} holds before {@code timeout}, a fault and the stop */
    synchronized boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        while (fault == null && !stopped && !condition.getAsBoolean()) {
            long leftNanos = deadlineNanos - System.nanoTime();
            if (leftNanos <= 0) {
                return false;
            }
            // Rounded up: a wait of 0 ms would last for ever.
            wait(leftNanos / 1_000_000 + 1);
        }
        return fault == null && condition.getAsBoolean();
    }
}
