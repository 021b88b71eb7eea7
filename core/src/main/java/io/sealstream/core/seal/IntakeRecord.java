package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record of the intake topic.
 *
 * @param appendedAtMs when the broker appended it (LogAppendTime)
 * @param deadline the value of the header {@code sealstream.deadline}, or null where there is none
 * @param content what decoding {@code value} gave
 */
public record IntakeRecord(
        long offset,
        long appendedAtMs,
        @Nullable Bytes key,
        @Nullable Bytes value,
        @Nullable Bytes deadline,
        Content content) {
    public static final String DEADLINE_HEADER = "sealstream.deadline";

    /** What decoding the value gave. */
    public sealed interface Content {
        /** @param eventDigest of the event; taken once, and by whoever has the time */
        record Decoded(CertifiedEvent certified, Hash eventDigest) implements Content {
            public Decoded(CertifiedEvent certified) {
                this(certified, certified.event().digest());
            }
        }

        record Malformed(String reason) implements Content {}
    }
}
