package io.sealstream.core.event;

/** The producer's name for an event, unique in a ledger: 1 to 256 bytes of UTF-8 where the rules are kept. */
public record EventId(String value) {
    public EventId {
        Text.requireEncodable("event_id", value);
    }

    /** Whether the id is one of those that only the ledger itself gives. */
    public boolean isReserved() {
        return value.startsWith(EventType.RESERVED_PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
