package io.sealstream.follower;

import io.sealstream.core.Sequence;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.VerificationResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a follower stopped for good: sealing on top of this would hide it.
 *
 * @param lastGood the last sequence that every rule held for, or null where there is none
 * @param firstBad the lowest sequence of what is wrong, or null where it is at no sequence
 * @param detail one line for people: what, where, and what to look at
 */
public record FollowerFault(
        Reason reason,
        @Nullable Sequence lastGood,
        @Nullable Sequence firstBad,
        String detail) {

    public enum Reason {
        /** A record breaks a rule of the ledger. */
        TAMPERED,
        /** Records are gone, or the topic is another one: deleted, made anew, or its log cut at the start or the end. */
        TOPIC_LOST,
        /** The ledger uses an algorithm that this build can't check. */
        UNSUPPORTED,
        /** Nothing is wrong with the ledger: the follower's own store failed, or its program. */
        FAILED
    }

    /** Empty where there is no fault in the records just read. */
    static Optional<FollowerFault> of(VerificationResult result, List<Fault> faults) {
        Sequence lastGood = result.lastGoodSequence().orElse(null);
        if (!faults.isEmpty()) {
            Sequence firstBad = result.firstBadSequence().orElse(null);
            return Optional.of(new FollowerFault(Reason.TAMPERED, lastGood, firstBad, text(faults)));
        }
        if (!result.unsupportedAlgorithms().isEmpty()) {
            String algorithms = String.join(", ", result.unsupportedAlgorithms());
            return Optional.of(new FollowerFault(
                    Reason.UNSUPPORTED,
                    lastGood,
                    null,
                    "the ledger uses " + algorithms + ", which this version can't check; use one that can"));
        }
        return Optional.empty();
    }

    private static String text(List<Fault> faults) {
        Fault first = faults.getFirst();
        StringBuilder text = new StringBuilder().append(first.kind());
        if (first.sequence() != null) {
            text.append(" at sequence ").append(first.sequence());
        }
        if (first.offset() != null) {
            text.append(", offset ").append(first.offset());
        }
        text.append(": ").append(first.detail());
        if (first.expected() != null && first.actual() != null) {
            text.append("; expected ")
                    .append(first.expected())
                    .append(", found ")
                    .append(first.actual());
        }
        if (faults.size() > 1) {
            text.append(" (and ").append(faults.size() - 1).append(" more; run verify for all)");
        }
        return text.toString();
    }
}
