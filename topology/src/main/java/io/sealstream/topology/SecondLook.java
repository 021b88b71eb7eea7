package io.sealstream.topology;

import io.sealstream.core.seal.LedgerHead;
import org.jspecify.annotations.Nullable;

/**
 * Tells a hand-over from a fault. While a task starts, another sealer may take over and move head and topics on; then the
 * head that was restored contradicts what it is compared with, and nothing is wrong. Restored anew it does not, unless
 * this sealer is the one that seals: so what the same head meets twice is a fault.
 */
final class SecondLook {
    private @Nullable Doubted doubted;

    private record Doubted(@Nullable LedgerHead head) {}

    /**
     * What to throw.
     *
     * @param head that contradicts the topics; null where there is none and should be one
     * @param found what that is where it is no hand-over
     */
    synchronized RuntimeException at(@Nullable LedgerHead head, Degradation found) {
        Doubted now = new Doubted(head);
        if (now.equals(doubted)) {
            return new SealingHaltedException(found);
        }
        doubted = now;
        return new StaleHeadException(found);
    }

    /** A task has started: the next contradiction is a new one. */
    synchronized void passed() {
        doubted = null;
    }
}
