package io.sealstream.core.event;

import io.sealstream.core.Hash;

/**
 * What a producer says happened; the part that is signed.
 *
 * @param occurredAtMs when, by the producer's clock; milliseconds since 1970-01-01T00:00:00Z
 * @param sealBeforeMs 0 for no limit, else the event must not be sealed after this time
 */
public record Event(
        EventId eventId,
        EventType eventType,
        long occurredAtMs,
        long sealBeforeMs,
        Payload payload,
        Metadata metadata) {

    /** The event digest, docs/format.md section 2. It is the same in every ledger. */
    public Hash digest() {
        return EventContent.digest(this);
    }
}
