package io.sealstream.sealer;

import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Someone who may write to the topics, is no sealer, and has transactions of their own. */
final class ForeignWriter implements AutoCloseable {
    private final TrialLedger ledger;
    private final Producer<byte[], byte[]> producer;

    ForeignWriter(TrialLedger ledger) {
        this(ledger, "foreign-" + ledger.names().ledger());
    }

    /** @param transactionalId whoever it is taken from */
    ForeignWriter(TrialLedger ledger, String transactionalId) {
        this.ledger = ledger;
        Map<String, Object> config = new HashMap<>(ledger.settings().clientProperties());
        config.put("transactional.id", transactionalId);
        config.put("transaction.timeout.ms", 600_000);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes a record to {@code topic} in a transaction that is not ended. */
    void leaveOpen(String topic) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, new byte[1], new byte[1])).get();
    }

    /**
     * Writes a record and commits it. Readers see it afterwards: a commit returns before brokers have written its marker,
     * and until then the record is none to a reader of what is committed.
     */
    void write(String topic, Tampering.Forgery forgery)
            throws ExecutionException, InterruptedException, LedgerUnreadableException {
        byte[] key = forgery.key().toByteArray();
        byte @Nullable [] value =
                forgery.value() == null ? null : forgery.value().toByteArray();
        producer.beginTransaction();
        long offset = producer.send(new ProducerRecord<>(topic, 0, forgery.timestampMs(), key, value))
                .get()
                .offset();
        producer.commitTransaction();
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            await().atMost(TrialLedger.PATIENCE).until(() -> inspector.stableEnd(topic) > offset);
        }
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
