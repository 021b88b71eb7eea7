package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.seal.SealingStep;
import io.sealstream.schema.SequenceKey;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Outcomes as records of the topics that they go to. */
final class OutcomeEncoder {
    static final String SEALED = "sealed";
    static final String REJECTED = "rejected";

    private final LedgerCodecs codecs;

    OutcomeEncoder(LedgerCodecs codecs) {
        this.codecs = codecs;
    }

    /**
     * @param sink the name of the sink that {@code record} is for
     * @param sealed what {@code record} holds, where it is a sealed event
     */
    record Encoded(
            String sink,
            Record<byte[], byte[]> record,
            @Nullable SealedEvent sealed) {}

    /** One record, or two: the policy's note stands right behind its event. */
    List<Encoded> encode(SealingStep step) {
        Encoded outcome = switch (step.outcome()) {
            case Outcome.Sealed sealed -> sealed(sealed.event());
            case Outcome.Rejected rejected -> rejected(rejected.event());
        };
        SealedEvent note = step.note();
        return note == null ? List.of(outcome) : List.of(outcome, sealed(note));
    }

    private Encoded sealed(SealedEvent event) {
        byte[] key = SequenceKey.encode(event.sequence());
        return new Encoded(SEALED, new Record<>(key, codecs.sealed().encode(event), event.sealedAtMs()), event);
    }

    private Encoded rejected(RejectedEvent event) {
        Bytes key = event.key() == null ? Bytes.EMPTY : event.key();
        byte[] value = codecs.rejected().encode(event);
        return new Encoded(REJECTED, new Record<>(key.toByteArray(), value, event.rejectedAtMs()), null);
    }
}
