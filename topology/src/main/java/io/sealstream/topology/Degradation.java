package io.sealstream.topology;

import io.sealstream.core.Sequence;
import io.sealstream.core.seal.SealerClock;
import io.sealstream.follower.FollowerFault;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is sealed any more.
 *
 * @param detail what, where, and what to do
 * @param lastGood the last sequence that is known to be right, where that applies
 * @param firstBad the first sequence that is known to be wrong, where that applies
 * @param intakeOffset the intake record that could not be judged, where that applies
 * @param clearsAtMs what the clock must reach for this to go away by itself; null where only people can help
 */
public record Degradation(
        Reason reason,
        String detail,
        @Nullable Sequence lastGood,
        @Nullable Sequence firstBad,
        @Nullable Long intakeOffset,
        @Nullable Long clearsAtMs) {

    public enum Reason {
        /** {@code L.sealed} breaks a rule of the format. */
        TAMPERED,
        /** {@code L.sealed} was deleted, cut at its start, or made anew. */
        TOPIC_LOST,
        /**
         * {@code L.sealed} holds a record that this sealer did not write, or lacks one that it did. Never shown as DEGRADED by
         * itself, since a hand-over leaves the same: the sealer starts anew, and then goes on or finds what it was.
         */
        FOREIGN_RECORD,
        /** The ledger uses an algorithm that this build can't check. */
        UNSUPPORTED,
        /** The head store is empty though the ledger is not. */
        HEAD_LOST,
        /** The head store and {@code L.sealed} end differently, or the head is of other topics. */
        HEAD_MISMATCH,
        /** Intake records that have no outcome are gone. */
        INTAKE_LOST,
        /** The clock lags behind the ledger or the broker; clears by itself. */
        CLOCK,
        /** Nobody foresaw this; a bug, or something that is missing, as a permission. */
        UNFORESEEN
    }

    public static Degradation of(Reason reason, String detail) {
        return new Degradation(reason, detail, null, null, null, null);
    }

    public static Degradation at(Reason reason, String detail, long intakeOffset) {
        return new Degradation(reason, detail, null, null, intakeOffset, null);
    }

    public static Degradation atSequence(
            Reason reason, String detail, @Nullable Sequence lastGood, @Nullable Sequence firstBad) {
        return new Degradation(reason, detail, lastGood, firstBad, null, null);
    }

    /** @param objection what is wrong with the clock */
    public static Degradation clock(SealerClock.Objection objection, long intakeOffset) {
        return new Degradation(Reason.CLOCK, objection.detail(), null, null, intakeOffset, objection.clearsAtMs());
    }

    /** What the follower found, as a reason to stop sealing. */
    public static Degradation of(FollowerFault fault) {
        Reason reason = switch (fault.reason()) {
            case TAMPERED -> Reason.TAMPERED;
            case TOPIC_LOST -> Reason.TOPIC_LOST;
            case UNSUPPORTED -> Reason.UNSUPPORTED;
            case FAILED -> Reason.UNFORESEEN;
        };
        return new Degradation(reason, fault.detail(), fault.lastGood(), fault.firstBad(), null, null);
    }

    /** Whether it goes away without anybody's help. */
    public boolean clearsByItself() {
        return clearsAtMs != null;
    }
}
