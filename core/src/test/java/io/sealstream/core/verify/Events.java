package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;

/** Events to seal in tests, and the same with one field changed. */
final class Events {
    static final long OCCURRED_AT_MS = 1_760_000_000_000L;

    private Events() {}

    static Event ordinary(String id) {
        return ordinary(id, "payment.booked");
    }

    static Event ordinary(String id, String type) {
        Payload payload = Payload.inline(Bytes.utf8("payload of " + id), Bytes.utf8("salt"));
        return new Event(new EventId(id), new EventType(type), OCCURRED_AT_MS, 0, payload, Metadata.EMPTY);
    }

    static Event control(String id, ControlEvent control) {
        return control(id, control.eventType(), control.toPayload());
    }

    static Event control(String id, EventType type, Bytes payload) {
        return new Event(new EventId(id), type, OCCURRED_AT_MS, 0, Payload.inline(payload), Metadata.EMPTY);
    }

    static Event withId(Event e, String id) {
        return new Event(new EventId(id), e.eventType(), e.occurredAtMs(), e.sealBeforeMs(), e.payload(), e.metadata());
    }

    static Event withType(Event e, String type) {
        return new Event(
                e.eventId(), new EventType(type), e.occurredAtMs(), e.sealBeforeMs(), e.payload(), e.metadata());
    }

    static Event withOccurredAt(Event e, long occurredAtMs) {
        return new Event(e.eventId(), e.eventType(), occurredAtMs, e.sealBeforeMs(), e.payload(), e.metadata());
    }

    static Event withSealBefore(Event e, long sealBeforeMs) {
        return new Event(e.eventId(), e.eventType(), e.occurredAtMs(), sealBeforeMs, e.payload(), e.metadata());
    }

    static Event withPayload(Event e, Payload payload) {
        return new Event(e.eventId(), e.eventType(), e.occurredAtMs(), e.sealBeforeMs(), payload, e.metadata());
    }

    static Event withMetadata(Event e, Metadata metadata) {
        return new Event(e.eventId(), e.eventType(), e.occurredAtMs(), e.sealBeforeMs(), e.payload(), metadata);
    }
}
