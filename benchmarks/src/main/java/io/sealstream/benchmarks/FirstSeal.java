package io.sealstream.benchmarks;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The first event that is sealed and committed behind all others, as any consumer sees it. */
final class FirstSeal implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final TopicPartition partition;

    private FirstSeal(KafkaConsumer<byte[], byte[]> consumer, Topics topics, TopicPartition partition) {
        this.consumer = consumer;
        this.topics = topics;
        this.partition = partition;
    }

    static FirstSeal prepare(Bench bench, BenchLedger ledger) throws TopicException {
        KafkaConsumer<byte[], byte[]> consumer = Committed.consumer(bench, ledger.sealed(), ledger.sealedEnd());
        return new FirstSeal(consumer, bench.topics(), new TopicPartition(ledger.sealed(), 0));
    }

    /** Passes over what is there, also what a dead sealer left uncommitted: whatever comes now is another's. */
    void passOverAll() throws TopicException {
        consumer.seek(partition, topics.end(partition.topic()));
    }

    /** Waits for it. */
    double millisSince(long begunNanos) throws TopicException {
        int unused = Committed.poll(consumer).count();
        return (System.nanoTime() - begunNanos) / 1e6;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
