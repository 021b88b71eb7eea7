package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
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
        try (BenchLedger ledger = BenchLedger.make(bench, "latency", Certification.NONE)) {
            Events events = ledger.events(Payloads.ofPayments());
            Load.fill(bench, ledger.intake(), events, 1);
            long begin = ledger.sealedEnd();
            try (ChildProcess sealer = ledger.startSealer()) {
                bench.topics().await(ledger.sealed(), begin + 1);
                Map<Figure, Double> values = measure(bench, ledger, events);
                int unused = sealer.stop();
                return values;
            }
        }
    }

    private Map<Figure, Double> measure(Bench bench, BenchLedger ledger, Events events) throws Exception {
        Map<Figure, Double> values = new LinkedHashMap<>();
        try (KafkaProducer<byte[], byte[]> producer = Load.steady(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 1));
                Arrivals arrivals = Arrivals.in(bench, ledger.sealed())) {
            LongConsumer submit = number -> {
                var unused = producer.send(events.next(ledger.intake()));
            };
            Histogram unused = arrivals.latencies(WARM_UP_RATE, bench.scale().warmUp(), submit);
            for (int rate : rates.stream().filter(r -> isWanted(bench, r)).toList()) {
                Histogram latencies = arrivals.latencies(rate, bench.scale().steady(), submit);
                values.put(p50(rate), Latencies.millis(latencies, 50));
                values.put(p99(rate), Latencies.millis(latencies, 99));
            }
        }
        return values;
    }

    private static boolean isWanted(Bench bench, int rate) {
        return bench.wants(p50(rate)) || bench.wants(p99(rate));
    }
}
