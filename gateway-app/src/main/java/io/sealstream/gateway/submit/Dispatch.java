package io.sealstream.gateway.submit;

import io.sealstream.client.SubmissionOutcome;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.read.LedgerReads;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends attempts, and follows each to its answer. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Outbound outbound;
    private final LedgerReads reads;
    private final InstantSource clock;

    Dispatch(Outbound outbound, LedgerReads reads, InstantSource clock) {
        this.outbound = outbound;
        this.reads = reads;
        this.clock = clock;
    }

    /** May wait for the brokers. */
    void send(Attempt attempt) {
        if (clock.instant().isAfter(attempt.deadline())) {
            attempt.endUnsent(Answer.Refused.of(
                    RejectReason.EXPIRED, "its deadline passed while it waited here for the brokers; it was not sent"));
            return;
        }
        try {
            outbound.trySubmit(attempt.event(), attempt.deadline())
                    .ifPresentOrElse(
                            outcome -> follow(attempt, outcome), () -> attempt.endUnsent(Answer.Refused.queueFull()));
        } catch (RuntimeException e) {
            attempt.endUnsent(notWritable(e));
        }
    }

    private void follow(Attempt attempt, CompletableFuture<SubmissionOutcome> outcome) {
        var unused = outcome.whenComplete((given, failure) -> {
            attempt.over().run();
            if (failure != null) {
                attempt.end(notWritable(failure));
            } else {
                settle(attempt, given);
            }
        });
    }

    private void settle(Attempt attempt, SubmissionOutcome outcome) {
        switch (outcome) {
            case SubmissionOutcome.Sealed(SealedEvent record) -> {
                reads.told(record.sequence());
                attempt.end(new Answer.Sealed(record, false, attempt.age()));
            }
            case SubmissionOutcome.Duplicate duplicate -> duplicate(attempt, duplicate);
            case SubmissionOutcome.Rejected(RejectReason reason, String detail) ->
                attempt.end(
                        reason == RejectReason.EXPIRED
                                        && isOutdated(attempt.event().event())
                                ? Answer.Refused.outdated(detail)
                                : Answer.Refused.of(reason, detail));
            case SubmissionOutcome.Unknown(String detail) -> attempt.end(Answer.Refused.unknown(detail));
        }
    }

    /** The original may be so new that it was not followed yet. */
    private void duplicate(Attempt attempt, SubmissionOutcome.Duplicate duplicate) {
        reads.told(duplicate.original());
        var unused = reads.record(duplicate.original()).whenComplete((found, failure) -> {
            if (failure == null && found.isPresent()) {
                attempt.end(new Answer.Sealed(found.get(), true, attempt.age()));
            } else {
                attempt.end(Answer.Refused.unknown(
                        "it was sealed before as " + duplicate.original() + ", which was not read here yet"));
            }
        });
    }

    /** Whether its producer has said that it is not to be sealed any more. */
    private boolean isOutdated(Event event) {
        return event.sealBeforeMs() != 0 && event.sealBeforeMs() < clock.millis();
    }

    private static Answer.Refused notWritable(Throwable failure) {
        LOG.debug("the intake could not be written to", failure); // its sender is told, and metrics count it
        return new Answer.Refused(
                RefusalKind.DEGRADED, "INTAKE_NOT_WRITABLE", "the intake can't be written to: " + failure.getMessage());
    }
}
