package io.sealstream.client;

import io.sealstream.core.Hash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An event on its way. It keeps the digest and not the event, so that many in flight take little memory. */
final class Submission {
    private final EventId eventId;
    private final Hash digest;
    private final long deadlineNanos;
    private final Runnable release;
    private final CompletableFuture<SubmissionOutcome> future = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param deadlineNanos of System.nanoTime(); its outcome is unknown from then on
     * @param release run when it has ended, after all that depends on its future
     */
    Submission(Event event, long deadlineNanos, Runnable release) {
        this.eventId = event.eventId();
        this.digest = event.digest();
        this.deadlineNanos = deadlineNanos;
        this.release = release;
    }

    EventId eventId() {
        return eventId;
    }

    Hash digest() {
        return digest;
    }

    CompletableFuture<SubmissionOutcome> future() {
        return future;
    }

    boolean isDue(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /** Only the first outcome counts. */
    void complete(SubmissionOutcome outcome) {
        if (ended.compareAndSet(false, true)) {
            future.complete(outcome);
            release.run();
        }
    }

    void fail(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            future.completeExceptionally(cause);
            release.run();
        }
    }
}
