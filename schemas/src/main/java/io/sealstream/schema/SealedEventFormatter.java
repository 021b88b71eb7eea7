package io.sealstream.schema;

import io.sealstream.core.event.SealedEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;

/**
 * A sealed topic in {@code kafka-console-consumer.sh}, in the JSON form of docs/format.md section 9:
 * {@code --formatter io.sealstream.schema.SealedEventFormatter}, with this module and what it needs on the tool's
 * CLASSPATH. What can't be decoded is a line that begins with #.
 */
public final class SealedEventFormatter implements MessageFormatter {
    private final SealedEventCodec codec = new SealedEventCodec();

    @Override
    public void writeTo(ConsumerRecord<byte[], byte[]> record, PrintStream output) {
        output.writeBytes((line(record) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String line(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return "# offset " + record.offset() + ": a tombstone";
        }
        return switch (codec.decode(record.value())) {
            case Decoding.Decoded<SealedEvent> decoded -> LedgerJson.write(decoded.value());
            case Decoding.Malformed<SealedEvent> malformed -> "# offset " + record.offset() + ": " + malformed.reason();
        };
    }
}
