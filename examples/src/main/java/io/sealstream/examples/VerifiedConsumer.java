package io.sealstream.examples;

import io.sealstream.client.verifying.Polled;
import io.sealstream.client.verifying.PositionFile;
import io.sealstream.client.verifying.VerifyingConsumer;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Prints a ledger's events as they are verified, until a rule is broken: {@code VerifiedConsumer ADDRESS LEDGER FILE}. */
public final class VerifiedConsumer {
    public static void main(String[] args) throws Exception {
        KafkaConnection kafka = new KafkaConnection(Map.of("bootstrap.servers", args[0]));
        PositionFile file = new PositionFile(Path.of(args[2]));
        try (var consumer = VerifyingConsumer.open(kafka, new LedgerTopicNames(args[1]), file.load())) {
            Polled polled = consumer.poll(Duration.ofSeconds(1));
            while (polled instanceof Polled.Verified(var events)) {
                for (var sealed : events) {
                    System.out.printf(
                            "%d %s%n",
                            sealed.sequence().value(), sealed.event().eventId().value());
                }
                if (!events.isEmpty()) {
                    file.save(consumer.position()); // after the work: a crash repeats events, the sequence tells which
                }
                polled = consumer.poll(Duration.ofSeconds(1));
            }
            System.out.println(polled); // the evidence
        }
        System.exit(10); // as verify does
    }
}
