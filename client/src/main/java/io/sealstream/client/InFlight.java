package io.sealstream.client;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The submissions that have no outcome yet, matched with outcomes by their offset in the intake. Its memory is bounded by
 * the window, whoever else submits: an outcome can be read before the producer has told the offset, and such an early one
 * is kept only where its event id is that of a submission whose offset is still to come, and no more of them than the window
 * has places.
 */
final class InFlight {
    private final Duration timeout;
    private final int size;
    private final Semaphore window;

    /** In the order of their deadlines. */
    private final Set<Submission> all = new LinkedHashSet<>();

    private final Map<Long, Submission> written = new HashMap<>();
    private final Map<EventId, Integer> unwritten = new HashMap<>();
    private final Map<Long, IntakeOutcome> early = new HashMap<>();
    private @Nullable String trouble;
    private @Nullable String end;

    InFlight(ClientSettings settings) {
        timeout = settings.timeout();
        size = settings.maxInFlight();
        window = new Semaphore(size, true);
    }

    /** Waits for its place in the window. */
    Submission begin(CertifiedEvent event) throws InterruptedException {
        window.acquire();
        return inWindow(event);
    }

    /** Empty where the window is full, others wait for it, or the thread was interrupted. */
    Optional<Submission> tryBegin(CertifiedEvent event) {
        try {
            // Behind those who wait for a place, or for all of them, unlike tryAcquire() alone.
            return window.tryAcquire(0, TimeUnit.NANOSECONDS) ? Optional.of(inWindow(event)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Submission inWindow(CertifiedEvent event) {
        Submission submission = new Submission(event.event(), System.nanoTime() + timeout.toNanos(), window::release);
        String reason;
        synchronized (this) {
            reason = end;
            if (reason == null) {
                all.add(submission);
                unwritten.merge(submission.eventId(), 1, Integer::sum);
            }
        }
        if (reason != null) {
            submission.complete(new SubmissionOutcome.Unknown(reason));
        }
        return submission;
    }

    /** Its record is in the intake, at {@code offset}. */
    void written(Submission submission, long offset) {
        IntakeOutcome outcome;
        synchronized (this) {
            outcome = early.remove(offset);
            noLongerUnwritten(submission);
            if (outcome != null) {
                all.remove(submission);
            } else if (all.contains(submission)) {
                written.put(offset, submission);
            }
        }
        if (outcome != null) {
            submission.complete(outcome.of(submission));
        }
    }

    /** It was not written, or nobody can say whether it was. */
    void notWritten(Submission submission) {
        synchronized (this) {
            all.remove(submission);
            noLongerUnwritten(submission);
        }
    }

    /** An outcome was read. */
    void seen(IntakeOutcome outcome) {
        Submission submission;
        synchronized (this) {
            submission = written.remove(outcome.intakeOffset());
            if (submission != null) {
                all.remove(submission);
            } else if (unwritten.containsKey(outcome.eventId()) && early.size() < size) {
                early.put(outcome.intakeOffset(), outcome);
            }
        }
        if (submission != null) {
            submission.complete(outcome.of(submission));
        }
    }

    /** Why outcomes can't be read at the moment; null where they can. Whoever's time is over meanwhile is told. */
    synchronized void troubled(@Nullable String reason) {
        trouble = reason;
    }

    /** Gives up on those whose time is over. */
    void expire(long nowNanos) {
        List<Submission> due = new ArrayList<>();
        String reason = "no outcome was seen within " + timeout.toMillis() + " ms";
        synchronized (this) {
            for (Submission submission : all) {
                if (!submission.isDue(nowNanos)) {
                    break;
                }
                due.add(submission);
            }
            due.forEach(all::remove);
            if (!due.isEmpty()) {
                written.values().removeAll(due);
            }
            if (trouble != null) {
                reason += ", since outcomes can't be read: " + trouble;
            }
        }
        SubmissionOutcome unknown = new SubmissionOutcome.Unknown(reason);
        due.forEach(submission -> submission.complete(unknown));
    }

    /** Gives up on all, also on those to come: their outcomes are no longer followed, as {@code reason} says. */
    void end(String reason) {
        List<Submission> left;
        synchronized (this) {
            if (end == null) {
                end = reason;
            }
            left = List.copyOf(all);
            all.clear();
            written.clear();
            unwritten.clear();
            early.clear();
        }
        left.forEach(submission -> submission.complete(new SubmissionOutcome.Unknown(reason)));
    }

    /** Waits until every submission so far has its outcome. */
    void awaitAll() throws InterruptedException {
        window.acquire(size);
        window.release(size);
    }

    private void noLongerUnwritten(Submission submission) {
        EventId id = submission.eventId();
        Integer left = unwritten.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
        if (left == null && !early.isEmpty()) {
            early.values().removeIf(outcome -> id.equals(outcome.eventId()));
        }
    }
}
