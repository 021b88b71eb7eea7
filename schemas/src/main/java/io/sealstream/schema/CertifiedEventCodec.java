package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;

/**
 * The values of the intake topic. An inline payload travels without its length and commitment, which are computed when
 * it is decoded: what a producer would state there counts for nothing.
 */
public final class CertifiedEventCodec extends AvroCodec<CertifiedEvent, io.sealstream.schema.avro.CertifiedEvent> {
    public CertifiedEventCodec() {
        super(io.sealstream.schema.avro.CertifiedEvent.getClassSchema());
    }

    @Override
    io.sealstream.schema.avro.CertifiedEvent toAvro(CertifiedEvent certified) {
        Event event = certified.event();
        Payload payload = event.payload();
        boolean stated = isStated(payload.ref(), payload.inline() != null);
        return new io.sealstream.schema.avro.CertifiedEvent(
                event.eventId().value(),
                event.eventType().value(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                payload.ref(),
                AvroValues.toAvro(payload.inline()),
                AvroValues.toAvro(payload.salt()),
                stated ? payload.length() : null,
                stated ? AvroValues.toAvro(payload.commitment()) : null,
                event.metadata().asMap(),
                AvroValues.toAvro(certified.certificate()));
    }

    @Override
    CertifiedEvent toCore(io.sealstream.schema.avro.CertifiedEvent record) throws MalformedException {
        Event event = new Event(
                new EventId(record.getEventId()),
                new EventType(record.getEventType()),
                record.getOccurredAt(),
                record.getSealBefore(),
                payload(record),
                Metadata.of(record.getMetadata()));
        return new CertifiedEvent(event, AvroValues.toCore(record.getCertificate()));
    }

    private static Payload payload(io.sealstream.schema.avro.CertifiedEvent record) throws MalformedException {
        Bytes salt = AvroValues.bytes(record.getPayloadSalt());
        Bytes inline = AvroValues.toCore(record.getPayload());
        if (inline != null && !isStated(record.getPayloadRef(), true)) {
            return Payload.inline(inline, salt);
        }
        Long length = record.getPayloadLength();
        var commitment = record.getPayloadCommitment();
        if (length == null || commitment == null) {
            throw new MalformedException((length == null ? "payload_length" : "payload_commitment")
                    + " is null, where the payload is not inline");
        }
        return new Payload(record.getPayloadRef(), length, AvroValues.toCore(commitment), salt, inline);
    }

    /** Whether length and commitment are the producer's statement: they are, unless the payload is just inline. */
    private static boolean isStated(String payloadRef, boolean hasInline) {
        return !payloadRef.isEmpty() || !hasInline;
    }
}
