package io.sealstream.core.verify;

import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at beyond the records.
 *
 * @param ordinarySignatures whether the signatures of ordinary events are checked; those of control events always are,
 *     and so is which key an event names
 * @param topic the sealed topic that the records come from; null where they come from a file
 */
public record VerificationOptions(
        boolean ordinarySignatures, @Nullable TopicIdentity topic) {
    /** Everything, for records from a file. */
    public static final VerificationOptions OF_FILE = new VerificationOptions(true, null);

    /** Everything, for records from a topic. */
    public static VerificationOptions ofTopic(TopicIdentity topic) {
        return new VerificationOptions(true, topic);
    }
}
