package io.sealstream.benchmarks;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Lets brokers compile what moves records: a floor that is measured first must not pay for it, and what comes after it not. */
final class WarmUp {
    private WarmUp() {}

    static void ofBrokers(Bench bench) throws TopicException {
        String topic = bench.topics().create(bench.newName("warm-up"));
        try (KafkaConsumer<byte[], byte[]> consumer = Committed.consumer(bench, topic, 0)) {
            int records = bench.scale().records();
            Load.repeat(bench, topic, records);
            for (int read = 0; read < records; ) {
                read += Committed.poll(consumer).count();
            }
        } finally {
            bench.delete(topic);
        }
    }
}
