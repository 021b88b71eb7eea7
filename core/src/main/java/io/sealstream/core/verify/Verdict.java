package io.sealstream.core.verify;

import java.util.Comparator;
import java.util.Set;

/** What a verification ends with. Where several apply, the first in this order is the verdict. */
public enum Verdict {
    /** At least one fault. */
    TAMPERED,
    /** The ledger could not be read at all, or something happened that nobody foresaw. */
    ERROR,
    /** Not all of it could be read or judged: no success, and no tampering either. */
    INCOMPLETE,
    /** A trusted checkpoint was asked for, and there is none. */
    UNANCHORED,
    /** Every rule holds up to the end that was fixed when the run began. */
    VERIFIED;

    public static Verdict of(boolean anyFault, Set<Doubt> doubts) {
        if (anyFault) {
            return TAMPERED;
        }
        return doubts.stream()
                .map(Doubt::verdict)
                .min(Comparator.naturalOrder())
                .orElse(VERIFIED);
    }
}
