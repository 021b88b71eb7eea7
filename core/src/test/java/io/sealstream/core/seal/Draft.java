package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import java.util.Map;

/** An event in the making; what a test does not care about has a value that every rule allows. */
record Draft(
        String id, String type, long occurredAtMs, long sealBeforeMs, Payload payload, Map<String, String> metadata) {
    static Draft of(String id) {
        return new Draft(id, "payment.made", 1_700_000_000_000L, 0, Payload.inline(Bytes.utf8("hello")), Map.of());
    }

    static Draft of(String id, ControlEvent control) {
        return of(id).type(control.eventType().value()).payload(Payload.inline(control.toPayload()));
    }

    Draft type(String other) {
        return new Draft(id, other, occurredAtMs, sealBeforeMs, payload, metadata);
    }

    Draft occurredAtMs(long other) {
        return new Draft(id, type, other, sealBeforeMs, payload, metadata);
    }

    Draft sealBeforeMs(long other) {
        return new Draft(id, type, occurredAtMs, other, payload, metadata);
    }

    Draft payload(Payload other) {
        return new Draft(id, type, occurredAtMs, sealBeforeMs, other, metadata);
    }

    Draft payload(String json) {
        return payload(Payload.inline(Bytes.utf8(json)));
    }

    Draft metadata(Map<String, String> other) {
        return new Draft(id, type, occurredAtMs, sealBeforeMs, payload, other);
    }

    Event event() {
        return new Event(
                new EventId(id), new EventType(type), occurredAtMs, sealBeforeMs, payload, Metadata.of(metadata));
    }

    CertifiedEvent uncertified() {
        return new CertifiedEvent(event(), null);
    }
}
