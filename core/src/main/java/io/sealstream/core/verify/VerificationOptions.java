package io.sealstream.core.verify;

import io.sealstream.core.control.Certification;
import io.sealstream.core.event.ChainHashes;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at beyond the records, and what it can compute.
 *
 * @param topic the sealed topic that the records come from; null where they come from a file
 * @param chainHashes those that can be computed
 * @param signatures of whose certificates the mathematics is done
 */
public record VerificationOptions(@Nullable TopicIdentity topic, ChainHashes chainHashes, Signatures signatures) {
    /** For records from a file, with every hash that this build has. */
    public static final VerificationOptions OF_FILE =
            new VerificationOptions(null, ChainHashes.SUPPORTED, Signatures.ALL);

    /** For records from a topic, with every hash that this build has. */
    public static VerificationOptions ofTopic(TopicIdentity topic) {
        return new VerificationOptions(topic, ChainHashes.SUPPORTED, Signatures.ALL);
    }

    public VerificationOptions withSignatures(Signatures wanted) {
        return new VerificationOptions(topic, chainHashes, wanted);
    }

    /** Those of control events are always verified. */
    public enum Signatures {
        ALL,
        /** Where one that does not verify would be a fault: a ledger that merely records certificates is spared the work. */
        REQUIRED,
        NONE;

        boolean include(Certification certification) {
            return this == ALL || (this == REQUIRED && certification == Certification.REQUIRED);
        }
    }
}
