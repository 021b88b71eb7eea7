package io.sealstream.core.verify;

import io.sealstream.core.event.ChainHashes;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at beyond the records, and what it can compute.
 *
 * @param ordinarySignatures whether the signatures of ordinary events are checked; those of control events always are,
 *     and so is which key an event names
 * @param topic the sealed topic that the records come from; null where they come from a file
 * @param chainHashes those that can be computed
 */
public record VerificationOptions(
        boolean ordinarySignatures, @Nullable TopicIdentity topic, ChainHashes chainHashes) {
    /** Everything, for records from a file. */
    public static final VerificationOptions OF_FILE = new VerificationOptions(true, null);

    /** With every hash that this build has. */
    public VerificationOptions(boolean ordinarySignatures, @Nullable TopicIdentity topic) {
        this(ordinarySignatures, topic, ChainHashes.SUPPORTED);
    }

    /** Everything, for records from a topic. */
    public static VerificationOptions ofTopic(TopicIdentity topic) {
        return new VerificationOptions(true, topic);
    }
}
