package io.sealstream.examples;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.SealedEventDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Prints a ledger's events in order, and goes on where it stopped: {@code SealedConsumer ADDRESS LEDGER GROUP}. */
public final class SealedConsumer {
    public static void main(String[] args) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                args[0],
                "group.id",
                args[2],
                "isolation.level",
                "read_committed", // else events of transactions that were aborted are seen too
                "auto.offset.reset",
                "earliest", // a new group begins with the genesis
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new SealedEventDeserializer())) {
            consumer.subscribe(List.of(args[1] + ".sealed"));
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    SealedEvent sealed = record.value();
                    System.out.printf(
                            "%d %s%n",
                            sealed.sequence().value(), sealed.event().eventId().value());
                }
                consumer.commitSync(); // after the work: a crash repeats events, the sequence tells which
            }
        }
    }
}
