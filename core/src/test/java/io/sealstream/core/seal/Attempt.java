package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.seal.IntakeRecord.Content;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a producer writes to the intake.
 *
 * @param expected why a ledger that requires certificates must reject it; null where it must be sealed
 */
record Attempt(
        @Nullable Bytes key,
        @Nullable Bytes value,
        @Nullable Bytes deadline,
        Content content,
        @Nullable RejectReason expected) {
    private static final Set<RejectReason> OF_CERTIFICATES =
            EnumSet.range(RejectReason.CERTIFICATE_MISSING, RejectReason.SIGNATURE_INVALID);

    static Attempt toSeal(CertifiedEvent certified) {
        return of(certified, null);
    }

    static Attempt toReject(RejectReason reason, CertifiedEvent certified) {
        return of(certified, reason);
    }

    private static Attempt of(CertifiedEvent certified, @Nullable RejectReason expected) {
        Bytes key = Bytes.utf8(certified.event().eventId().value());
        return new Attempt(key, Bytes.utf8("encoded " + certified), null, new Content.Decoded(certified), expected);
    }

    Attempt withKey(@Nullable Bytes other) {
        return new Attempt(other, value, deadline, content, expected);
    }

    Attempt withDeadline(Bytes other) {
        return new Attempt(key, value, other, content, expected);
    }

    /** The same with a deadline that has passed. */
    Attempt late() {
        return withDeadline(
                Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(1).array()));
    }

    IntakeRecord at(long offset, long appendedAtMs) {
        return new IntakeRecord(offset, appendedAtMs, key, value, deadline, content);
    }

    /** Why a ledger that asks {@code certification} must reject it; null where it must be sealed. */
    @Nullable
    RejectReason expectedWhere(Certification certification) {
        boolean unchecked = certification != Certification.REQUIRED
                && expected != null
                && OF_CERTIFICATES.contains(expected)
                && content instanceof Content.Decoded(CertifiedEvent certified, Hash digest)
                && !certified.event().eventType().isControl();
        return unchecked ? null : expected;
    }
}
