package io.sealstream.topology;

import io.sealstream.core.seal.LedgerHead;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head that the operator asked to go on from. It stands in for the stored one until the store has moved: then it, or
 * one behind it, was committed, and a task that starts again must not go back to it.
 */
final class Adoption {
    private @Nullable LedgerHead asked;
    private @Nullable LedgerHead replaced;
    private boolean begun;

    /** @param asked null where the operator did not ask */
    Adoption(@Nullable LedgerHead asked) {
        this.asked = asked;
    }

    /** The head to go on from instead of {@code stored}, or empty where that one is right. */
    synchronized Optional<LedgerHead> insteadOf(Optional<LedgerHead> stored) {
        LedgerHead found = stored.orElse(null);
        if (!begun) {
            begun = true;
            replaced = found;
        } else if (!Objects.equals(replaced, found)) {
            asked = null;
        }
        return Optional.ofNullable(asked);
    }
}
