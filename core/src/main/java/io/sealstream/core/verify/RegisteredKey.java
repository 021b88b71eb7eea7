package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key and when it is valid: after the sequence that added it, up to and including the one that revoked it.
 *
 * @param eventTypes prefixes of the event types that it may certify; empty for all that its role allows
 * @param revokedBy null while it is not revoked
 */
record RegisteredKey(
        PublicKey publicKey,
        KeyRole role,
        List<String> eventTypes,
        Sequence addedBy,
        @Nullable Sequence revokedBy) {

    boolean isKnownAt(Sequence sequence) {
        return sequence.compareTo(addedBy) > 0;
    }

    boolean isRevokedAt(Sequence sequence) {
        return revokedBy != null && sequence.compareTo(revokedBy) > 0;
    }

    boolean mayCertify(EventType type) {
        if (type.isControl()) {
            return role == KeyRole.ROOT;
        }
        return role == KeyRole.PRODUCER
                && (eventTypes.isEmpty() || eventTypes.stream().anyMatch(type.value()::startsWith));
    }

    RegisteredKey revoke(Sequence by) {
        return new RegisteredKey(publicKey, role, eventTypes, addedBy, by);
    }
}
