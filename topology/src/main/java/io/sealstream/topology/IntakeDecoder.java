package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.IntakeRecord.Content;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record of the intake topic as the sealer sees it. Safe to share between threads. */
final class IntakeDecoder {
    private final Codec<CertifiedEvent> codec;

    IntakeDecoder(Codec<CertifiedEvent> codec) {
        this.codec = codec;
    }

    IntakeRecord decode(
            long offset, long appendedAtMs, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        Header deadline = headers.lastHeader(IntakeRecord.DEADLINE_HEADER);
        return new IntakeRecord(
                offset,
                appendedAtMs,
                wrap(key),
                wrap(value),
                deadline == null ? null : deadline.value() == null ? Bytes.EMPTY : Bytes.wrap(deadline.value()),
                value == null ? new Content.Malformed("no value") : content(value));
    }

    private Content content(byte[] value) {
        return switch (codec.decode(value)) {
            case Decoding.Decoded<CertifiedEvent> decoded -> new Content.Decoded(decoded.value());
            case Decoding.Malformed<CertifiedEvent> malformed -> new Content.Malformed(malformed.reason());
        };
    }

    private static @Nullable Bytes wrap(byte @Nullable [] bytes) {
        return bytes == null ? null : Bytes.wrap(bytes);
    }
}
