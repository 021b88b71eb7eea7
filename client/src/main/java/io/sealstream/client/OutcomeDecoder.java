package io.sealstream.client;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads outcomes out of the sealed and the rejected topic. What is no outcome of this intake is passed over. */
final class OutcomeDecoder {
    private final LedgerTopicNames names;
    private final String intakeTopicId;
    private final HashAlgorithm hash;
    private final Codec<SealedEvent> sealed = new SealedEventCodec();
    private final Codec<RejectedEvent> rejected = new RejectedEventCodec();

    OutcomeDecoder(LedgerTopicNames names, String intakeTopicId, HashAlgorithm hash) {
        this.names = names;
        this.intakeTopicId = intakeTopicId;
        this.hash = hash;
    }

    Optional<IntakeOutcome> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        return record.topic().equals(names.sealed()) ? sealed(record.value()) : rejected(record.value());
    }

    private Optional<IntakeOutcome> sealed(byte[] value) {
        return sealed.decode(value) instanceof Decoding.Decoded<SealedEvent>(SealedEvent record)
                        && record.intake().isInIntake()
                ? Optional.of(new IntakeOutcome.Sealed(record, hash))
                : Optional.empty();
    }

    private Optional<IntakeOutcome> rejected(byte[] value) {
        return rejected.decode(value) instanceof Decoding.Decoded<RejectedEvent>(RejectedEvent record)
                        && record.intakeTopicId().equals(intakeTopicId)
                ? Optional.of(new IntakeOutcome.Rejected(record, eventId(record)))
                : Optional.empty();
    }

    /** Of a record that was not decoded, its key: anybody's bytes, which can be too many for an id. */
    private static @Nullable EventId eventId(RejectedEvent record) {
        EventId eventId = record.eventId();
        Bytes key = record.key();
        if (eventId != null || key == null || key.length() > EventRules.MAX_EVENT_ID_BYTES) {
            return eventId;
        }
        return new EventId(new String(key.unsafeArray(), StandardCharsets.UTF_8));
    }
}
