package io.sealstream.core.seal;

import io.sealstream.core.Hash;
import io.sealstream.core.event.SealedEvent;

/** What became of an intake record. There is exactly one for each. */
public sealed interface Outcome {
    /** @param eventDigest of {@code event}, which the index keeps */
    record Sealed(SealedEvent event, Hash eventDigest) implements Outcome {}

    record Rejected(RejectedEvent event) implements Outcome {}
}
