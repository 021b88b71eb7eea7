package io.sealstream.core.verify;

/** A reason why a ledger without a fault is not VERIFIED. */
public enum Doubt {
    /** It could not be read at all: no broker, no topic, no file, no permission. */
    UNREADABLE(Verdict.ERROR),
    /** The end was not reached in time, or the reader failed half-way. */
    END_NOT_REACHED(Verdict.INCOMPLETE),
    /** There is no record at all. */
    NO_RECORD(Verdict.INCOMPLETE),
    /** It uses a hash or a signature algorithm that this verifier lacks. */
    ALGORITHM_UNSUPPORTED(Verdict.INCOMPLETE),
    /** Outcomes of intake records cannot be decoded. */
    OUTCOME_UNREAD(Verdict.INCOMPLETE),
    /** There was no room to keep outcomes of intake records, so far are they behind all that was there before. */
    OUTCOME_NOT_KEPT(Verdict.INCOMPLETE),
    /** A trusted checkpoint was asked for, and there is none. */
    NO_TRUSTED_CHECKPOINT(Verdict.UNANCHORED);

    private final Verdict verdict;

    Doubt(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict that this doubt alone gives. */
    public Verdict verdict() {
        return verdict;
    }
}
