package io.sealstream.client;

import io.sealstream.core.event.EventId;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import org.jspecify.annotations.Nullable;

/** The outcome of an intake record, anybody's, as it was read. */
sealed interface IntakeOutcome {
    long intakeOffset();

    /** Null where nobody knows it. */
    @Nullable
    EventId eventId();

    /** What it is for the one who submitted that record. */
    SubmissionOutcome of(Submission submission);

    /** @param hash the ledger's, for the chain */
    record Sealed(SealedEvent record, HashAlgorithm hash) implements IntakeOutcome {
        @Override
        public long intakeOffset() {
            return record.intake().offset();
        }

        @Override
        public EventId eventId() {
            return record.event().eventId();
        }

        @Override
        public SubmissionOutcome of(Submission submission) {
            if (!record.event().digest().equals(submission.digest())) {
                return new SubmissionOutcome.Unknown("the record at sequence " + record.sequence()
                        + ", sealed from the same intake offset, is another event; verify the ledger");
            }
            if (!record.isHashedRight(hash)) {
                return new SubmissionOutcome.Unknown(
                        "the event hash at sequence " + record.sequence() + " is wrong; verify the ledger");
            }
            Payload payload = record.event().payload();
            if (!payload.isConsistent() || (payload.inline() == null && !payload.isReference())) {
                return new SubmissionOutcome.Unknown("the payload at sequence " + record.sequence()
                        + " is missing, or not the one that was hashed; verify the ledger");
            }
            return new SubmissionOutcome.Sealed(record);
        }
    }

    /** @param eventId also where the record could not be decoded, if its key can be one */
    record Rejected(RejectedEvent record, @Nullable EventId eventId) implements IntakeOutcome {
        @Override
        public long intakeOffset() {
            return record.intake().offset();
        }

        @Override
        public SubmissionOutcome of(Submission submission) {
            var original = record.original();
            return record.reason() == RejectReason.DUPLICATE && original != null
                    ? new SubmissionOutcome.Duplicate(original)
                    : new SubmissionOutcome.Rejected(record.reason(), record.detail());
        }
    }
}
