package io.sealstream.core.seal;

import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is not sealed.
 *
 * @param original the sequence that was sealed under the same event id, else null
 */
record Refusal(RejectReason reason, String detail, @Nullable Sequence original) {
    private static final int MAX_DETAIL_LENGTH = 1_000;

    /** Cuts {@code detail}: it can quote what a producer wrote, and the rejected record must fit its topic. */
    Refusal {
        if (detail.length() > MAX_DETAIL_LENGTH) {
            int end = MAX_DETAIL_LENGTH - (Character.isHighSurrogate(detail.charAt(MAX_DETAIL_LENGTH - 1)) ? 1 : 0);
            detail = detail.substring(0, end) + '…';
        }
    }

    Refusal(RejectReason reason, String detail) {
        this(reason, detail, null);
    }

    static Refusal invalid(String detail) {
        return new Refusal(RejectReason.INVALID, detail);
    }
}
