package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The values of the intake topic. An inline payload travels without its length and commitment, which are computed when
 * it is decoded: what a producer would state there counts for nothing.
 */
public final class CertifiedEventCodec extends AvroCodec<CertifiedEvent, io.sealstream.schema.avro.CertifiedEvent> {
    public CertifiedEventCodec() {
        super(io.sealstream.schema.avro.CertifiedEvent.getClassSchema());
    }

    @Override
    void write(CertifiedEvent certified, BinaryEncoder encoder) throws IOException {
        FieldWriter out = new FieldWriter(encoder);
        Event event = certified.event();
        out.text(event.eventId().value());
        out.text(event.eventType().value());
        out.int64(event.occurredAtMs());
        out.int64(event.sealBeforeMs());
        write(event.payload(), out);
        out.metadata(event.metadata());
        out.certificate(certified.certificate());
    }

    private static void write(Payload payload, FieldWriter out) throws IOException {
        out.text(payload.ref());
        out.bytesOrNull(payload.inline());
        out.bytes(payload.salt());
        if (isStated(payload.ref(), payload.inline() != null)) {
            out.present();
            out.int64(payload.length());
            out.present();
            out.hash(payload.commitment());
        } else {
            out.absent();
            out.absent();
        }
    }

    @Override
    CertifiedEvent readCurrent(BinaryDecoder decoder) throws IOException {
        StrictDecoder in = new StrictDecoder(decoder);
        Event event = new Event(
                new EventId(in.text()), new EventType(in.text()), in.int64(), in.int64(), payload(in), in.metadata());
        return new CertifiedEvent(event, in.certificate());
    }

    private static Payload payload(StrictDecoder in) throws IOException {
        String ref = in.text();
        Bytes inline = in.bytesOrNull();
        Bytes salt = in.bytes();
        Long length = in.isPresent() ? in.int64() : null;
        Hash commitment = in.isPresent() ? in.hash() : null;
        return payload(ref, inline, salt, length, commitment);
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
        var commitment = record.getPayloadCommitment();
        return payload(
                record.getPayloadRef(),
                AvroValues.toCore(record.getPayload()),
                AvroValues.bytes(record.getPayloadSalt()),
                record.getPayloadLength(),
                commitment == null ? null : AvroValues.toCore(commitment));
    }

    private static Payload payload(
            String ref, @Nullable Bytes inline, Bytes salt, @Nullable Long length, @Nullable Hash commitment)
            throws MalformedException {
        if (inline != null && !isStated(ref, true)) {
            return Payload.inline(inline, salt);
        }
        if (length == null || commitment == null) {
            throw new MalformedException((length == null ? "payload_length" : "payload_commitment")
                    + " is null, where the payload is not inline");
        }
        return new Payload(ref, length, commitment, salt, inline);
    }

    /** Whether length and commitment are the producer's statement: they are, unless the payload is just inline. */
    private static boolean isStated(String payloadRef, boolean hasInline) {
        return !payloadRef.isEmpty() || !hasInline;
    }
}
