package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The floor of verification: one committed consumer that looks at nothing. */
final class Consume implements Measurement {
    static final Figure CONSUME = Figure.rate("consume", null);
    private static final Duration POLL = Duration.ofSeconds(60);

    @Override
    public List<Figure> figures() {
        return List.of(CONSUME);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        String topic = bench.topics().create(bench.newName("consume"));
        try {
            int records = bench.scale().records();
            Load.repeat(bench, topic, records);
            double unused = read(bench, topic, records);
            return Map.of(CONSUME, read(bench, topic, records));
        } finally {
            bench.delete(topic);
        }
    }

    /** From the first records that come, so that connecting is not in it. */
    private static double read(Bench bench, String topic, int records) throws TopicException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bench, topic, 0)) {
            int first = poll(consumer).count();
            long begunNanos = System.nanoTime();
            int read = first;
            while (read < records) {
                read += poll(consumer).count();
            }
            return (read - first) * 1e9 / (System.nanoTime() - begunNanos);
        }
    }

    /** @return at least one record */
    static ConsumerRecords<byte[], byte[]> poll(KafkaConsumer<byte[], byte[]> consumer) throws TopicException {
        long begunNanos = System.nanoTime();
        while (System.nanoTime() - begunNanos < POLL.toNanos()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) { // as it is, at once, behind markers and what was aborted
                return records;
            }
        }
        throw new TopicException("nothing came from " + consumer.assignment() + " for " + POLL.toSeconds() + " s");
    }

    static KafkaConsumer<byte[], byte[]> consumer(Bench bench, String topic, long offset) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                bench.client(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        8 << 20)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(Set.of(partition));
        consumer.seek(partition, offset);
        return consumer;
    }
}
