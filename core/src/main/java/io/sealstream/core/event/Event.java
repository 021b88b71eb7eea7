package io.sealstream.core.event;

import io.sealstream.core.Hash;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a producer says happened; the part that is signed. A value. */
public final class Event {
    private final EventId eventId;
    private final EventType eventType;
    private final long occurredAtMs;
    private final long sealBeforeMs;
    private final Payload payload;
    private final Metadata metadata;
    /** Taken when it is first asked for. Two threads may both take it: it is the same. */
    private @Nullable Hash digest;

    /**
     * @param occurredAtMs when, by the producer's clock; milliseconds since 1970-01-01T00:00:00Z
     * @param sealBeforeMs 0 for no limit, else the event must not be sealed after this time
     */
    public Event(
            EventId eventId,
            EventType eventType,
            long occurredAtMs,
            long sealBeforeMs,
            Payload payload,
            Metadata metadata) {
        this.eventId = eventId;
        this.eventType = eventType;
        this.occurredAtMs = occurredAtMs;
        this.sealBeforeMs = sealBeforeMs;
        this.payload = payload;
        this.metadata = metadata;
    }

    public EventId eventId() {
        return eventId;
    }

    public EventType eventType() {
        return eventType;
    }

    /** Milliseconds since 1970-01-01T00:00:00Z, by the producer's clock. */
    public long occurredAtMs() {
        return occurredAtMs;
    }

    /** 0 for no limit, else the event must not be sealed after this time. */
    public long sealBeforeMs() {
        return sealBeforeMs;
    }

    public Payload payload() {
        return payload;
    }

    public Metadata metadata() {
        return metadata;
    }

    /** The event digest, docs/format.md section 2. It is the same in every ledger. */
    public Hash digest() {
        Hash taken = digest;
        if (taken == null) {
            taken = EventContent.digest(this);
            digest = taken;
        }
        return taken;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event that
                && eventId.equals(that.eventId)
                && eventType.equals(that.eventType)
                && occurredAtMs == that.occurredAtMs
                && sealBeforeMs == that.sealBeforeMs
                && payload.equals(that.payload)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, eventType, occurredAtMs, sealBeforeMs, payload, metadata);
    }

    @Override
    public String toString() {
        return "Event[eventId=" + eventId + ", eventType=" + eventType + ", occurredAtMs=" + occurredAtMs
                + ", sealBeforeMs=" + sealBeforeMs + ", payload=" + payload + ", metadata=" + metadata + ']';
    }
}
