package io.sealstream.core.event;

/** What kind of event it is, by the producer's choice: 0 to 256 bytes of UTF-8 where the rules are kept. */
public record EventType(String value) {
    /** Event types with this prefix are control events; event ids with it are the ledger's own. */
    public static final String RESERVED_PREFIX = "sealstream.";

    public EventType {
        Text.requireEncodable("event_type", value);
    }

    public boolean isControl() {
        return value.startsWith(RESERVED_PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
