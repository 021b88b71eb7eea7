package io.sealstream.core.verify;

import io.sealstream.core.event.ChainHashes;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at beyond the records, and what it can compute.
 *
 * @param topic the sealed topic that the records come from; null where they come from a file
 * @param chainHashes those that can be computed
 * @param verifiesSignatures false where the mathematics of ordinary events' certificates is left out; that of control
 *     events never is
 */
public record VerificationOptions(@Nullable TopicIdentity topic, ChainHashes chainHashes, boolean verifiesSignatures) {
    /** For records from a file, with every hash that this build has. */
    public static final VerificationOptions OF_FILE = new VerificationOptions(null, ChainHashes.SUPPORTED, true);

    /** For records from a topic, with every hash that this build has. */
    public static VerificationOptions ofTopic(TopicIdentity topic) {
        return new VerificationOptions(topic, ChainHashes.SUPPORTED, true);
    }

    public VerificationOptions withSignatures(boolean verified) {
        return new VerificationOptions(topic, chainHashes, verified);
    }
}
