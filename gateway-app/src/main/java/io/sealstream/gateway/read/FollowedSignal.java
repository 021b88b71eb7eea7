package io.sealstream.gateway.read;

import io.sealstream.core.Sequence;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.Consumer;

/** Wakes those who wait for the follower to come so far, and those who want to hear of each step. */
public final class FollowedSignal implements FollowerListener {
    private static final long NOTHING = -1;
    private static final int FEW = 1_024;

    private final Executor executor;
    private final Queue<Waiter> waiters = new PriorityQueue<>(Comparator.comparing(Waiter::sequence));
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private long reached = NOTHING;
    private boolean ended;
    /** So many waiters are looked through for those who gave up. */
    private int many = FEW;

    private record Waiter(Sequence sequence, CompletableFuture<Void> future) {}

    /** @param executor runs what depends on {@link #reached}: the following thread is not kept from its work */
    public FollowedSignal(Executor executor) {
        this.executor = executor;
    }

    /** Completes when the record at {@code sequence} can be read, or nothing more will be followed. */
    CompletableFuture<Void> reached(Sequence sequence) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        boolean isThere;
        synchronized (this) {
            isThere = ended || reached >= sequence.value();
            if (!isThere) {
                forgetWhoGaveUp();
                waiters.add(new Waiter(sequence, future));
            }
        }
        if (isThere) {
            future.complete(null);
        }
        return future;
    }

    /** Seldom enough to cost next to nothing, and often enough that a follower that stands still fills no memory. */
    private void forgetWhoGaveUp() {
        if (waiters.size() >= many) {
            waiters.removeIf(waiter -> waiter.future().isDone());
            many = Math.max(FEW, 2 * waiters.size());
        }
    }

    /** How many are remembered, those who gave up a moment ago among them. */
    synchronized int waiting() {
        return waiters.size();
    }

    /** @param listener must be quick; it is told of each step, and of the end, until it is removed */
    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public Reading reading(Consumer<?, ?> consumer) {
        return () -> {};
    }

    @Override
    public void followed(LedgerHead head) {
        wake(head.sequence().value());
    }

    /** Nothing more will be followed: a fault, or the stop. */
    public void end() {
        synchronized (this) {
            ended = true;
        }
        wake(Long.MAX_VALUE);
    }

    private void wake(long upTo) {
        List<Waiter> due = new ArrayList<>();
        synchronized (this) {
            reached = Math.max(reached, upTo);
            for (Waiter next = waiters.peek();
                    next != null && next.sequence().value() <= reached;
                    next = waiters.peek()) {
                due.add(waiters.remove());
            }
        }
        due.forEach(waiter -> waiter.future().completeAsync(() -> null, executor));
        listeners.forEach(Runnable::run);
    }
}
