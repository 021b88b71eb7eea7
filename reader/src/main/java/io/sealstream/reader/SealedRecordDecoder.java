package io.sealstream.reader;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicFrame;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.SealedEventCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What stands in the sealed topic, as the verification wants it: whatever it is, there is a record for it. Safe to share
 * between threads.
 */
public final class SealedRecordDecoder {
    private final Codec<SealedEvent> codec = new SealedEventCodec();

    public LedgerRecord decode(ConsumerRecord<byte[], byte[]> record) {
        return framed(record, record.value() == null ? new LedgerRecord.Tombstone() : content(record.value()));
    }

    /** {@code content} with what the topic keeps beside it. */
    public static LedgerRecord framed(ConsumerRecord<byte[], byte[]> record, LedgerRecord.Content content) {
        Bytes key = record.key() == null ? null : Bytes.wrap(record.key());
        return new LedgerRecord(record.offset(), content, new TopicFrame(key, record.timestamp()));
    }

    private LedgerRecord.Content content(byte[] value) {
        return switch (codec.decode(value)) {
            case Decoding.Decoded<SealedEvent>(SealedEvent event) -> new LedgerRecord.Decoded(event);
            case Decoding.Malformed<SealedEvent>(String reason) -> new LedgerRecord.Undecodable(reason);
        };
    }
}
