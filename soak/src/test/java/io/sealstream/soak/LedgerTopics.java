package io.sealstream.soak;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.soak.check.Evidence.Rejection;
import io.sealstream.soak.check.Evidence.Submitted;
import io.sealstream.soak.check.Evidence.TopicRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What committed readers see of a ledger's three topics when nobody writes any more. */
final class LedgerTopics {
    private static final Codec<SealedEvent> SEALED = new SealedEventCodec();
    private static final Codec<RejectedEvent> REJECTED = new RejectedEventCodec();

    private final SoakLedger ledger;
    private final Duration patience;

    /** @param patience how long nothing may come of a topic that has more */
    LedgerTopics(SoakLedger ledger, Duration patience) {
        this.ledger = ledger;
        this.patience = patience;
    }

    List<Submitted> intake() throws IOException {
        return read(ledger.names().intake(), record -> new Submitted(record.offset(), text(record.key())));
    }

    List<TopicRecord> sealed() throws IOException {
        return read(ledger.names().sealed(), LedgerTopics::topicRecord);
    }

    List<Rejection> rejected() throws IOException {
        return read(ledger.names().rejected(), record -> {
            RejectedEvent rejected = decoded(REJECTED, record);
            String eventId = String.valueOf(rejected.eventId());
            return new Rejection(
                    rejected.intake().offset(), eventId, rejected.reason().name(), rejected.rejectedAtMs());
        });
    }

    private static TopicRecord topicRecord(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        long sequence =
                key != null && key.length == Long.BYTES ? ByteBuffer.wrap(key).getLong() : -1;
        return new TopicRecord(sequence, record.value() == null ? null : LedgerJson.write(decoded(SEALED, record)));
    }

    private <T> List<T> read(String topic, Function<ConsumerRecord<byte[], byte[]>, T> each) throws IOException {
        List<T> all = new ArrayList<>();
        new TopicReading(ledger.connection(), topic, patience).each(record -> all.add(each.apply(record)));
        return all;
    }

    private static <T> T decoded(Codec<T> codec, ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.value())) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Malformed<T>(String reason) ->
                throw new AssertionError(record.topic() + " offset " + record.offset() + ": " + reason);
        };
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
