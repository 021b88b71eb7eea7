package io.sealstream.verifier.checkpoint;

import io.sealstream.core.checkpoint.Checkpoint;

/** What a checkpoint that was given is worth. */
public sealed interface Standing {
    /**
     * Signed by a key that the run trusts: where the ledger disagrees, that is a fault.
     *
     * @param key which
     */
    record Trusted(Checkpoint checkpoint, String key) implements Standing {}

    /**
     * No key is known to check it with. Anyone may have written it, so that it proves nothing, whatever it says.
     *
     * @param why one line
     */
    record Unauthenticated(Checkpoint checkpoint, String why) implements Standing {}

    /**
     * It is not what it should be: no checkpoint, not signed by the key, or of another ledger.
     *
     * @param why one line
     */
    record Refused(String why) implements Standing {}
}
