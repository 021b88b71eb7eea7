package io.sealstream.soak;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.TopicInspector;
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
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What committed readers see of a ledger's three topics when nobody writes any more. */
final class LedgerTopics {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Codec<SealedEvent> SEALED = new SealedEventCodec();
    private static final Codec<RejectedEvent> REJECTED = new RejectedEventCodec();

    private final SoakLedger ledger;

    LedgerTopics(SoakLedger ledger) {
        this.ledger = ledger;
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
        TopicPartition partition = new TopicPartition(topic, 0);
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TIMEOUT);
                Consumer<byte[], byte[]> consumer = ledger.connection().consumer(TIMEOUT)) {
            long end = inspector.range(topic).end();
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(each.apply(record)));
            }
        }
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
