package io.sealstream.core.verify;

import io.sealstream.core.event.ChainHashes;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at beyond the records, and what it can compute.
 *
 * @param topic the sealed topic that the records come from; null where they come from a file
 * @param chainHashes those that can be computed
 */
public record VerificationOptions(@Nullable TopicIdentity topic, ChainHashes chainHashes) {
    /** For records from a file, with every hash that this build has. */
    public static final VerificationOptions OF_FILE = new VerificationOptions(null, ChainHashes.SUPPORTED);

    /** For records from a topic, with every hash that this build has. */
    public static VerificationOptions ofTopic(TopicIdentity topic) {
        return new VerificationOptions(topic, ChainHashes.SUPPORTED);
    }
}
