package io.sealstream.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The floor of latency: a bare transaction of one record, from when it was to begin until a committed consumer has it. */
final class Transactions implements Measurement {
    static final Figure P50 = Figure.time("transaction.p50", null);
    static final Figure P99 = Figure.time("transaction.p99", null);
    /** A second; few enough that one hardly ever waits for the one before. */
    private static final int RATE = 50;

    @Override
    public List<Figure> figures() {
        return List.of(P50, P99);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        String topic = bench.topics().create(bench.newName("transaction"));
        try (KafkaProducer<byte[], byte[]> producer = producer(bench, topic);
                Arrivals arrivals = Arrivals.in(bench, topic)) {
            producer.initTransactions();
            LongConsumer transaction = transactions(producer, topic);
            Histogram unused = arrivals.latencies(RATE, bench.scale().warmUp(), transaction);
            Histogram latencies = arrivals.latencies(RATE, bench.scale().steady(), transaction);
            return Map.of(P50, Latencies.millis(latencies, 50), P99, Latencies.millis(latencies, 99));
        } finally {
            bench.delete(topic);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Bench bench, String transactionalId) {
        return Load.steady(
                bench,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId,
                        // Its own wait where a marker is still pending is a tenth of a second.
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0));
    }

    private static LongConsumer transactions(KafkaProducer<byte[], byte[]> producer, String topic) {
        Events events = Events.plain();
        return number -> {
            producer.beginTransaction();
            var unused = producer.send(events.next(topic));
            producer.commitTransaction();
        };
    }
}
