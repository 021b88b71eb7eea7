package io.sealstream.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to a topic as the clients of a busy system do: acknowledged by all, compressed, in large batches. */
final class Load implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Load(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static Load to(Bench bench) {
        return new Load(producer(bench, Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024)));
    }

    static KafkaProducer<byte[], byte[]> producer(Bench bench, Map<String, Object> more) {
        Map<String, Object> config =
                bench.client(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Of records that come one by one and are not to wait: not compressed, as Kafka's producers are by default. A batch of
     * one record is not worth the two buffers that compressing it takes.
     */
    static KafkaProducer<byte[], byte[]> steady(Bench bench, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        return producer(bench, config);
    }

    /** Fills a topic with new events, and waits until all are acknowledged. */
    static void fill(Bench bench, String topic, Events events, long count) throws TopicException {
        try (Load load = to(bench)) {
            for (long left = count; left > 0; left -= Events.BATCH) {
                events.next(topic, (int) Math.min(Events.BATCH, left)).forEach(load::send);
            }
            load.flush();
        }
    }

    /** Fills a topic with the same few records over and over, for where they are not looked at: faster than making new ones. */
    static void repeat(Bench bench, String topic, int count) throws TopicException {
        try (Load load = to(bench)) {
            load.repeat(some(topic), count);
        }
    }

    static List<ProducerRecord<byte[], byte[]>> some(String topic) {
        Events events = Events.plain();
        return Stream.generate(() -> events.next(topic)).limit(1_000).toList();
    }

    /** Sends that many, and waits until all are acknowledged. */
    void repeat(List<ProducerRecord<byte[], byte[]>> records, int count) throws TopicException {
        for (int i = 0; i < count; i++) {
            send(records.get(i % records.size()));
        }
        flush();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (written, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** A flush ends well whatever became of the records: what was not written must not be counted. */
    private void flush() throws TopicException {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new TopicException("a record was not written: " + first, first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
