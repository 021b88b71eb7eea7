package io.sealstream.sealer;

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
    private final Producer<byte[], byte[]> producer;

    ForeignWriter(TrialLedger ledger) {
        this(ledger, "foreign-" + ledger.names().ledger());
    }

    /** @param transactionalId whoever it is taken from */
    ForeignWriter(TrialLedger ledger, String transactionalId) {
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

    /** Writes a record and commits it. */
    void write(String topic, Tampering.Forgery forgery) throws ExecutionException, InterruptedException {
        byte[] key = forgery.key().toByteArray();
        byte @Nullable [] value =
                forgery.value() == null ? null : forgery.value().toByteArray();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, forgery.timestampMs(), key, value))
                .get();
        producer.commitTransaction();
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
