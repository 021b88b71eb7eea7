package io.sealstream.client;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import java.time.Instant;

/** What became of a submission. A duplicate is a success too: the event is in the ledger. */
public sealed interface SubmissionOutcome {
    /**
     * It has its place in the ledger.
     *
     * @param record as it stands there: the event that was submitted, under an event hash that was computed anew and is
     *     right. How it stands to its neighbours was not looked at
     */
    record Sealed(SealedEvent record) implements SubmissionOutcome {
        public Sequence sequence() {
            return record.sequence();
        }

        public Hash eventHash() {
            return record.eventHash();
        }

        public Instant sealedAt() {
            return Instant.ofEpochMilli(record.sealedAtMs());
        }
    }

    /** The same event was sealed before, as {@code original}. */
    record Duplicate(Sequence original) implements SubmissionOutcome {}

    /** It is not in the ledger, and this submission never will be. */
    record Rejected(RejectReason reason, String detail) implements SubmissionOutcome {}

    /** Nobody can say yet: it may be sealed, or may be still. To submit the same event again is safe and finds out. */
    record Unknown(String detail) implements SubmissionOutcome {}
}
