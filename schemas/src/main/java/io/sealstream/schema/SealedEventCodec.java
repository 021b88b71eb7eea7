package io.sealstream.schema;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** The values of the sealed topic. Every field comes back as it is stored, whether it is right or not. */
public final class SealedEventCodec extends AvroCodec<SealedEvent, io.sealstream.schema.avro.SealedEvent> {
    public SealedEventCodec() {
        super(io.sealstream.schema.avro.SealedEvent.getClassSchema());
    }

    @Override
    void write(SealedEvent sealed, BinaryEncoder encoder) throws IOException {
        FieldWriter out = new FieldWriter(encoder);
        out.int64(sealed.sequence().value());
        out.hash(sealed.previousHash());
        out.hash(sealed.eventHash());
        out.int64(sealed.sealedAtMs());
        out.int32(sealed.intake().partition());
        out.int64(sealed.intake().offset());
        Event event = sealed.event();
        out.text(event.eventId().value());
        out.text(event.eventType().value());
        out.int64(event.occurredAtMs());
        out.int64(event.sealBeforeMs());
        Payload payload = event.payload();
        out.text(payload.ref());
        out.int64(payload.length());
        out.hash(payload.commitment());
        out.bytes(payload.salt());
        out.bytesOrNull(payload.inline());
        out.metadata(event.metadata());
        out.certificate(sealed.certificate());
    }

    @Override
    SealedEvent readCurrent(BinaryDecoder decoder) throws IOException {
        StrictDecoder in = new StrictDecoder(decoder);
        return new SealedEvent(
                new Sequence(in.int64()),
                in.hash(),
                in.hash(),
                in.int64(),
                new IntakePosition(in.int32(), in.int64()),
                new CertifiedEvent(event(in), in.certificate()));
    }

    private static Event event(StrictDecoder in) throws IOException {
        return new Event(
                new EventId(in.text()), new EventType(in.text()), in.int64(), in.int64(), payload(in), in.metadata());
    }

    private static Payload payload(StrictDecoder in) throws IOException {
        return new Payload(in.text(), in.int64(), in.hash(), in.bytes(), in.bytesOrNull());
    }

    @Override
    SealedEvent toCore(io.sealstream.schema.avro.SealedEvent record) throws MalformedException {
        Payload payload = new Payload(
                record.getPayloadRef(),
                record.getPayloadLength(),
                AvroValues.toCore(record.getPayloadCommitment()),
                AvroValues.bytes(record.getPayloadSalt()),
                AvroValues.toCore(record.getPayload()));
        Event event = new Event(
                new EventId(record.getEventId()),
                new EventType(record.getEventType()),
                record.getOccurredAt(),
                record.getSealBefore(),
                payload,
                Metadata.of(record.getMetadata()));
        return new SealedEvent(
                new Sequence(record.getSequence()),
                AvroValues.toCore(record.getPreviousHash()),
                AvroValues.toCore(record.getEventHash()),
                record.getSealedAt(),
                new IntakePosition(record.getIntakePartition(), record.getIntakeOffset()),
                new CertifiedEvent(event, AvroValues.toCore(record.getCertificate())));
    }
}
