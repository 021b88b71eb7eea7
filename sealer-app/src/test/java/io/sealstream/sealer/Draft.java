package io.sealstream.sealer;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import java.util.Map;

/** An event in the making; {@link #of} has nothing wrong with it. */
record Draft(
        String eventId,
        String eventType,
        long occurredAtMs,
        long sealBeforeMs,
        Payload payload,
        Map<String, String> metadata) {

    static Draft of(String eventId) {
        return new Draft(
                eventId, "trial.happened", 1_700_000_000_000L, 0, Payload.inline(Bytes.utf8(eventId)), Map.of());
    }

    static Draft of(String eventId, ControlEvent control) {
        return of(eventId).ofType(control.eventType().value()).withPayload(Payload.inline(control.toPayload()));
    }

    Draft ofType(String type) {
        return new Draft(eventId, type, occurredAtMs, sealBeforeMs, payload, metadata);
    }

    Draft occurredAt(long atMs) {
        return new Draft(eventId, eventType, atMs, sealBeforeMs, payload, metadata);
    }

    Draft sealBefore(long atMs) {
        return new Draft(eventId, eventType, occurredAtMs, atMs, payload, metadata);
    }

    Draft withPayload(Payload other) {
        return new Draft(eventId, eventType, occurredAtMs, sealBeforeMs, other, metadata);
    }

    /** A payload of {@code bytes} zero bytes. */
    Draft withPayload(int bytes) {
        return withPayload(Payload.inline(Bytes.wrap(new byte[bytes])));
    }

    Draft withMetadata(Map<String, String> entries) {
        return new Draft(eventId, eventType, occurredAtMs, sealBeforeMs, payload, entries);
    }

    Event event() {
        return new Event(
                new EventId(eventId),
                new EventType(eventType),
                occurredAtMs,
                sealBeforeMs,
                payload,
                Metadata.of(metadata));
    }
}
