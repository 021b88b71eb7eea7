package io.sealstream.client.lines;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of one line, as they are read one by one. */
final class EventMembers {
    private final OtherMembers others;
    private @Nullable String eventId;
    private @Nullable Long occurredAtMs;
    private String eventType = "";
    private long sealBeforeMs;
    private @Nullable Bytes inline;
    private @Nullable Bytes salt;
    private @Nullable String ref;
    private @Nullable Long length;
    private @Nullable Hash commitment;
    private Map<String, String> metadata = Map.of();

    EventMembers(OtherMembers others) {
        this.others = others;
    }

    void read(JsonMember member) throws IOException, BadLineException {
        switch (member.name()) {
            case "event_id" -> eventId = member.text();
            case "event_type" -> eventType = member.text();
            case "occurred_at" -> occurredAtMs = member.timeMs();
            case "seal_before" -> sealBeforeMs = member.timeMs();
            case "payload" -> inline(member.raw());
            case "payload_base64" -> inline(member.parsed(Bytes::ofBase64));
            case "payload_salt" -> salt = member.parsed(Bytes::ofBase64);
            case "payload_ref" -> ref = member.text();
            case "payload_length" -> length = member.number();
            case "payload_commitment" -> commitment = member.parsed(Hash::ofHex);
            case "metadata" -> metadata = member.texts();
            default -> other(member);
        }
    }

    private void other(JsonMember member) throws IOException, BadLineException {
        if (!others.take(member.name(), member.parser())) {
            throw new BadLineException(
                    member.name() + " is no member of an event; leave it out, or put it into metadata or payload");
        }
    }

    private void inline(Bytes payload) throws BadLineException {
        if (inline != null) {
            throw new BadLineException("payload and payload_base64 stand side by side; give one");
        }
        inline = payload;
    }

    /** @param salts for an inline payload that has none */
    Event event(Supplier<Bytes> salts) throws BadLineException {
        String id = required("event_id", eventId);
        long occurredAt = required("occurred_at", occurredAtMs);
        try {
            Event event = new Event(
                    new EventId(id),
                    new EventType(eventType),
                    occurredAt,
                    sealBeforeMs,
                    inline == null ? elsewhere() : inline(inline, salts),
                    Metadata.of(metadata));
            Optional<String> violation = EventRules.violation(new CertifiedEvent(event, null));
            if (violation.isPresent()) {
                throw new BadLineException(violation.get());
            }
            return event;
        } catch (IllegalArgumentException e) {
            throw new BadLineException(String.valueOf(e.getMessage()));
        }
    }

    private Payload inline(Bytes payload, Supplier<Bytes> salts) throws BadLineException {
        if (ref != null || length != null || commitment != null) {
            throw new BadLineException("payload stands beside payload_ref, payload_length or payload_commitment;"
                    + " give it, or say where it is kept");
        }
        return Payload.inline(payload, salt == null ? salts.get() : salt);
    }

    private Payload elsewhere() throws BadLineException {
        String kept = required("payload, payload_base64 or payload_ref", ref);
        if (kept.isEmpty()) {
            throw new BadLineException("payload_ref is empty; give payload instead");
        }
        if (salt != null) {
            throw new BadLineException("payload_salt stands beside payload_ref; it is for inline payloads");
        }
        return Payload.at(kept, required("payload_length", length), required("payload_commitment", commitment));
    }

    private static <T> T required(String name, @Nullable T value) throws BadLineException {
        if (value == null) {
            throw new BadLineException(name + " is missing");
        }
        return value;
    }
}
