package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How long an event takes from when it was to be submitted until a committed consumer has it sealed, at given rates. A
 * sealer that falls behind makes every later event late: nothing is left out.
 */
final class SealingLatency implements Measurement {
    /** The rate at which a new sealer warms up. */
    private static final int WARM_UP_RATE = 1_000;

    private final List<Integer> rates;

    /** @param rates events a second */
    SealingLatency(List<Integer> rates) {
        this.rates = List.copyOf(rates);
    }

    @Override
    public List<Figure> figures() {
        return rates.stream().flatMap(rate -> Stream.of(p50(rate), p99(rate))).toList();
    }

    static Figure p50(int rate) {
        return Figure.time("latency." + rate + ".p50", Transactions.P50.name());
    }

    static Figure p99(int rate) {
        return Figure.time("latency." + rate + ".p99", Transactions.P99.name());
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        Map<Figure, Double> values = new LinkedHashMap<>();
        try (BenchLedger ledger = BenchLedger.make(bench, "latency", Certification.NONE)) {
            Events events = ledger.events(Payloads.ofPayments());
            Load.fill(bench, ledger.intake(), events, 1);
            try (ChildProcess sealer = ledger.startSealer();
                    KafkaProducer<byte[], byte[]> producer =
                            Load.producer(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 1))) {
                bench.topics().await(ledger.sealed(), ledger.sealedEnd() + 1);
                Submission submission = new Submission(bench, ledger, events, producer);
                submission.latencies(WARM_UP_RATE, bench.scale().warmUp());
                for (int rate : rates.stream().filter(r -> isWanted(bench, r)).toList()) {
                    Histogram latencies =
                            submission.latencies(rate, bench.scale().steady());
                    values.put(p50(rate), Latencies.millis(latencies, 50));
                    values.put(p99(rate), Latencies.millis(latencies, 99));
                }
                int unused = sealer.stop();
            }
        }
        return values;
    }

    private static boolean isWanted(Bench bench, int rate) {
        return bench.wants(p50(rate)) || bench.wants(p99(rate));
    }

    /** Submits on this thread, and reads what is sealed on another. */
    private record Submission(Bench bench, BenchLedger ledger, Events events, KafkaProducer<byte[], byte[]> producer) {
        Histogram latencies(int rate, Duration time) throws Exception {
            long count = rate * time.toSeconds();
            try (ExecutorService reading = Executors.newSingleThreadExecutor();
                    KafkaConsumer<byte[], byte[]> consumer =
                            Consume.consumer(bench, ledger.sealed(), ledger.sealedEnd())) {
                OpenLoop loop = new OpenLoop(OpenLoop.Clock.SYSTEM, rate);
                Future<Histogram> latencies = reading.submit(() -> read(consumer, loop, count));
                loop.run(count, number -> {
                    var unused = producer.send(events.next(ledger.intake()));
                });
                return latencies.get();
            }
        }

        /** One producer, one partition: what was sent in some place is sealed in the same place. */
        private static Histogram read(KafkaConsumer<byte[], byte[]> consumer, OpenLoop loop, long count)
                throws TopicException {
            Histogram latencies = Latencies.histogram();
            for (long number = 0; number < count; ) {
                for (int left = Consume.poll(consumer).count(); left > 0; left--) {
                    Latencies.record(latencies, loop.lateNanos(number++));
                }
            }
            return latencies;
        }
    }
}
