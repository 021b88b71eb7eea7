package io.sealstream.benchmarks;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The first event that is sealed and committed from now on, as any consumer sees it. */
final class FirstSeal implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final long begunNanos;

    private FirstSeal(KafkaConsumer<byte[], byte[]> consumer, long begunNanos) {
        this.consumer = consumer;
        this.begunNanos = begunNanos;
    }

    /** Behind all that is there, also behind what a dead sealer left uncommitted. */
    static FirstSeal watch(Bench bench, BenchLedger ledger) throws TopicException {
        long end = bench.topics().end(ledger.sealed());
        return new FirstSeal(Committed.consumer(bench, ledger.sealed(), end), System.nanoTime());
    }

    /** @return milliseconds since {@link #watch} */
    double await() throws TopicException {
        int unused = Committed.poll(consumer).count();
        return (System.nanoTime() - begunNanos) / 1e6;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
