package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record that could be decoded, with what can be computed of it alone. That is most of the work, needs no other record,
 * and is done on all cores.
 *
 * @param payloadCommitment what the inline payload gives; null where there is none to judge
 * @param control what the payload of a control event says; null for ordinary events
 */
record ReadEvent(
        long offset,
        SealedEvent sealed,
        @Nullable TopicFrame frame,
        Hash eventDigest,
        Hash certificateDigest,
        @Nullable Hash payloadCommitment,
        @Nullable ControlPayload control) {
    static ReadEvent of(LedgerRecord record, SealedEvent sealed) {
        Event event = sealed.event();
        return new ReadEvent(
                record.offset(),
                sealed,
                record.frame(),
                event.digest(),
                sealed.certified().certificateDigest(),
                commitment(event.payload()),
                event.eventType().isControl() ? ControlPayload.read(event) : null);
    }

    /** A salt that is too long is a fault of its own, see FieldCheck. */
    private static @Nullable Hash commitment(Payload payload) {
        return payload.isReference() ? null : payload.computedCommitment().orElse(null);
    }

    Sequence sequence() {
        return sealed.sequence();
    }

    Event event() {
        return sealed.event();
    }

    /** @param type of control events */
    boolean isOf(EventType type) {
        return control != null && event().eventType().equals(type);
    }

    SealHeader header(HashAlgorithm algorithm) {
        return new SealHeader(
                algorithm,
                sealed.sequence(),
                sealed.previousHash(),
                sealed.sealedAtMs(),
                sealed.intake(),
                eventDigest,
                certificateDigest);
    }
}
