package io.sealstream.client;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Codec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Writes certified events to the intake. */
final class IntakeWriter {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final InFlight inFlight;
    private final Codec<CertifiedEvent> codec = new CertifiedEventCodec();

    IntakeWriter(Producer<byte[], byte[]> producer, String topic, InFlight inFlight) {
        this.producer = producer;
        this.topic = topic;
        this.inFlight = inFlight;
    }

    void write(Submission submission, CertifiedEvent event, @Nullable Instant deadline) {
        try {
            var unused = producer.send(record(event, deadline), (metadata, failure) -> {
                if (failure == null) {
                    inFlight.written(submission, metadata.offset());
                } else {
                    notWritten(submission, failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) { // the latter where it was closed meanwhile
            notWritten(submission, e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(CertifiedEvent event, @Nullable Instant deadline) {
        byte[] key = event.event().eventId().value().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, key, codec.encode(event));
        if (deadline != null) {
            byte[] ms = ByteBuffer.allocate(Long.BYTES)
                    .putLong(deadline.toEpochMilli())
                    .array();
            record.headers().add(IntakeRecord.DEADLINE_HEADER, ms);
        }
        return record;
    }

    private void notWritten(Submission submission, Exception failure) {
        inFlight.notWritten(submission);
        switch (failure) {
            case RecordTooLargeException e ->
                submission.complete(new SubmissionOutcome.Rejected(
                        RejectReason.TOO_LARGE, "the intake topic does not take it: " + e.getMessage()));
            case AuthorizationException e -> submission.fail(e);
            case AuthenticationException e -> submission.fail(e);
            // A time-out, say: the record may have been written, and its acknowledgement lost.
            default ->
                submission.complete(new SubmissionOutcome.Unknown(
                        "no acknowledgement by the intake topic: " + failure.getMessage()));
        }
    }

    /** Sends what is waiting, at most {@code timeout} long. */
    void close(Duration timeout) {
        producer.close(timeout);
    }
}
