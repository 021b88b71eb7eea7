package io.sealstream.topology;

import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.Outcome;

/** Told what the processor does, on the stream thread at each record; it must be quick, and may not throw. */
public interface SealingObserver {
    /** Hears nothing. */
    SealingObserver NONE = new SealingObserver() {
        @Override
        public void started(LedgerHead head) {}

        @Override
        public void forwarded(long intakeOffset, long appendedAtMs, Outcome outcome) {}

        @Override
        public void skipped() {}
    };

    /**
     * A task goes on behind {@code head}, which is committed: what was forwarded up to its intake offset is, and what was
     * forwarded beyond it was aborted.
     */
    void started(LedgerHead head);

    /**
     * An outcome was written, in a transaction that can still be aborted; then the record comes again.
     *
     * @param appendedAtMs when the broker took the intake record, by its clock
     */
    void forwarded(long intakeOffset, long appendedAtMs, Outcome outcome);

    /** An intake record was passed over, since it has its outcome already. */
    void skipped();
}
