package io.sealstream.schema;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.avro.PolicyRemark;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.specific.SpecificDatumWriter;

/** The values of the rejected topic. */
public final class RejectedEventCodec extends AvroCodec<RejectedEvent, io.sealstream.schema.avro.RejectedEvent> {
    private final SpecificDatumWriter<io.sealstream.schema.avro.RejectedEvent> writer =
            new SpecificDatumWriter<>(io.sealstream.schema.avro.RejectedEvent.getClassSchema(), new LedgerModel(true));

    public RejectedEventCodec() {
        super(io.sealstream.schema.avro.RejectedEvent.getClassSchema());
    }

    RejectedEventCodec(SchemaFraming framing) {
        super(io.sealstream.schema.avro.RejectedEvent.getClassSchema(), framing);
    }

    @Override
    void write(RejectedEvent rejected, BinaryEncoder out) throws IOException {
        writer.write(toAvro(rejected), out);
    }

    private static io.sealstream.schema.avro.RejectedEvent toAvro(RejectedEvent rejected) {
        EventId eventId = rejected.eventId();
        Sequence original = rejected.original();
        return new io.sealstream.schema.avro.RejectedEvent(
                rejected.reason().name(),
                rejected.detail(),
                rejected.intakeTopicId(),
                rejected.intake().partition(),
                rejected.intake().offset(),
                rejected.rejectedAtMs(),
                eventId == null ? null : eventId.value(),
                original == null ? null : original.value(),
                AvroValues.toAvro(rejected.key()),
                AvroValues.toAvro(rejected.value()),
                rejected.valueLength(),
                toAvro(rejected.contributing()),
                toAvro(rejected.discarded()));
    }

    @Override
    RejectedEvent toCore(io.sealstream.schema.avro.RejectedEvent record) {
        String eventId = record.getEventId();
        Long original = record.getOriginalSequence();
        return new RejectedEvent(
                reason(record.getReason()),
                record.getDetail(),
                record.getIntakeTopicId(),
                new IntakePosition(record.getIntakePartition(), record.getIntakeOffset()),
                record.getRejectedAt(),
                eventId == null ? null : new EventId(eventId),
                original == null ? null : new Sequence(original),
                AvroValues.toCore(record.getKey()),
                AvroValues.toCore(record.getValue()),
                record.getValueLength(),
                toCore(record.getContributing()),
                toCore(record.getDiscarded()));
    }

    private static List<PolicyRemark> toAvro(List<RuleRemark> remarks) {
        return remarks.stream()
                .map(remark -> new PolicyRemark(remark.rule(), remark.outcome(), remark.reason()))
                .toList();
    }

    private static List<RuleRemark> toCore(List<PolicyRemark> remarks) {
        return remarks.stream()
                .map(remark -> new RuleRemark(remark.getRule(), remark.getOutcome(), remark.getReason()))
                .toList();
    }

    /** A reason that this version does not know makes the record no less an outcome. */
    private static RejectReason reason(String name) {
        return Stream.of(RejectReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(RejectReason.OTHER);
    }
}
