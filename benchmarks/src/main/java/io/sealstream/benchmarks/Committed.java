package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as any consumer of committed records does. */
final class Committed {
    private static final Duration POLL = Duration.ofSeconds(60);

    private Committed() {}

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
}
