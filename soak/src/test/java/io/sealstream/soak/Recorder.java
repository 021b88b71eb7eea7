package io.sealstream.soak;

import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import io.sealstream.soak.check.HistoryWriter;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Submits, and writes down what is sent before it is, and what was answered after it was. */
final class Recorder {
    private final HistoryWriter history;
    private final Tally tally;

    Recorder(HistoryWriter history, Tally tally) {
        this.history = history;
        this.tally = tally;
    }

    /** @return has the outcome once it is written down */
    CompletableFuture<SubmissionOutcome> submit(LedgerClient client, String submitter, Draft draft)
            throws InterruptedException {
        Instant deadline = draft.deadline();
        int number = history.sent(
                submitter,
                draft.eventId(),
                draft.event().event().digest().hex(),
                draft.purpose(),
                deadline == null ? 0 : deadline.toEpochMilli());
        return client.submit(draft.event(), deadline).thenApply(outcome -> {
            answered(number, outcome);
            return outcome;
        });
    }

    private void answered(int number, SubmissionOutcome outcome) {
        switch (outcome) {
            case SubmissionOutcome.Sealed sealed -> {
                history.sealed(
                        number, sealed.sequence().value(), sealed.eventHash().hex());
                tally.sealedAt(sealed.sealedAt());
            }
            case SubmissionOutcome.Duplicate duplicate -> {
                history.duplicate(number, duplicate.original().value());
                tally.count(Tally.DUPLICATE);
            }
            case SubmissionOutcome.Rejected rejected -> {
                history.rejected(number, rejected.reason().name(), rejected.detail());
                tally.count(rejected.reason().name());
            }
            case SubmissionOutcome.Unknown nobodyKnows -> {
                history.unknown(number, nobodyKnows.detail());
                tally.count(Tally.UNKNOWN);
            }
        }
    }
}
