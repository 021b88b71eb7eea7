package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How late records of an open loop are when a consumer of committed records has them. It is the same consumer for all loops,
 * so that a warm-up has it connected and polling.
 */
final class Arrivals implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ExecutorService reading = Executors.newSingleThreadExecutor();

    private Arrivals(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Of what is committed from now on. */
    static Arrivals in(Bench bench, String topic) throws TopicException {
        return new Arrivals(Committed.consumer(bench, topic, bench.topics().committedEnd(topic)));
    }

    /**
     * Submits on this thread, and reads on another.
     *
     * @param rate a second
     * @param submit lets one record come to the topic for each number, in their order
     */
    Histogram latencies(int rate, Duration time, LongConsumer submit) throws Exception {
        long count = rate * time.toSeconds();
        OpenLoop loop = new OpenLoop(OpenLoop.Clock.SYSTEM, rate);
        Future<Histogram> latencies = reading.submit(() -> read(loop, count));
        loop.run(count, submit);
        return latencies.get();
    }

    /** One producer, one partition: what was submitted in some place arrives in the same place. */
    private Histogram read(OpenLoop loop, long count) throws TopicException {
        Histogram latencies = Latencies.histogram();
        for (long number = 0; number < count; ) {
            for (int left = Committed.poll(consumer).count(); left > 0; left--) {
                Latencies.record(latencies, loop.lateNanos(number++));
            }
        }
        return latencies;
    }

    @Override
    public void close() {
        var unused = reading.shutdownNow();
        reading.close();
        consumer.close();
    }
}
