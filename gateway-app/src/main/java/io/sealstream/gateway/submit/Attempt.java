package io.sealstream.gateway.submit;

import io.sealstream.core.event.CertifiedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One event on its way to an answer. Only the first answer counts.
 *
 * @param deadline after which it must not be sealed
 * @param receivedNanos of System.nanoTime()
 * @param over to be run once, when nothing of it is on its way any more
 */
record Attempt(
        CertifiedEvent event, Instant deadline, long receivedNanos, CompletableFuture<Answer> answer, Runnable over) {
    /** @param patience after which nobody waits any longer */
    static Attempt begin(CertifiedEvent event, Instant deadline, long receivedNanos, Duration patience, Runnable over) {
        Answer timeout = Answer.Refused.unknown("no outcome was seen within " + patience.toMillis() + " ms");
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        var unused = answer.completeOnTimeout(timeout, patience.toNanos(), TimeUnit.NANOSECONDS);
        return new Attempt(event, deadline, receivedNanos, answer, over);
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - receivedNanos);
    }

    /** It was not sent, and never will be. */
    void endUnsent(Answer given) {
        over.run();
        end(given);
    }

    void end(Answer given) {
        answer.complete(given);
    }
}
