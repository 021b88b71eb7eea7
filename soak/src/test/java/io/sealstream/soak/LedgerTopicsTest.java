package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.kafka.local.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTopicsTest {
    @TempDir
    Path directory;

    @Test
    void namesTheTransactionThatHoldsBackWhatIsStillToCome() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            SoakLedger ledger = new SoakLedger(broker.bootstrapServers(), directory.resolve("ledger"));
            String topic = ledger.names().rejected();
            create(ledger, topic);
            try (var writer = writer(ledger)) {
                writer.initTransactions();
                writer.beginTransaction();
                long open = writer.send(new ProducerRecord<>(topic, 0, new byte[1], new byte[1]))
                        .get()
                        .offset();

                assertThatThrownBy(() -> new LedgerTopics(ledger, Duration.ofMillis(500)).rejected())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContainingAll(
                                topic + " was read up to offset " + open, "a transaction is open: producer id");
            }
        }
    }

    private static void create(SoakLedger ledger, String topic) throws Exception {
        try (Admin admin = ledger.connection().admin(Duration.ofMinutes(1))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<byte[], byte[]> writer(SoakLedger ledger) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", ledger.bootstrapServers(), "transactional.id", "nobody-ends-it"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
