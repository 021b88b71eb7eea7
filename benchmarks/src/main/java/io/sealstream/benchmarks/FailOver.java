package io.sealstream.benchmarks;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.ChildProcess;
import io.sealstream.kafka.local.LocalBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How long nothing is sealed when a sealer is killed under load and a second one stands by.
 *
 * @param broker of the cluster that it is measured on, where none was given
 * @param sealer settings of both sealers
 * @param ours whether it takes a broker of our own
 */
record FailOver(Figure figure, BrokerSettings broker, Map<String, String> sealer, boolean ours) implements Measurement {
    /** Events a second. */
    private static final int RATE = 1_000;

    private static final int SECONDS = 60;

    /** Where {@link LocalBroker} differs, as Kafka has it. */
    static FailOver ofDefaults() {
        BrokerSettings settings = BrokerSettings.defaults()
                .with("add.partitions.to.txn.retry.backoff.ms", "20")
                .with("transaction.abort.timed.out.transaction.cleanup.interval.ms", "10000")
                .with("group.initial.rebalance.delay.ms", "3000");
        return new FailOver(Figure.time("failover.default", null), settings, Map.of(), false);
    }

    /** As docs/operations.md has it for brokers that one owns. */
    static FailOver fast() {
        BrokerSettings settings = BrokerSettings.defaults().with("group.min.session.timeout.ms", "1000");
        return new FailOver(
                Figure.time("failover.fast", null),
                settings,
                Map.of("session.timeout.ms", "2000", "transaction.timeout.ms", "2000"),
                true);
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        if (!bench.cluster().isOwn()) {
            if (ours) {
                bench.say(figure.name() + " is skipped: it takes a broker of its own");
                return Map.of();
            }
            return Map.of(figure, millis(bench));
        }
        try (LocalBroker own = LocalBroker.start(bench.newDirectory("broker"), broker);
                Bench there = bench.on(Cluster.of(own))) {
            return Map.of(figure, millis(there));
        }
    }

    private double millis(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "failover", Certification.NONE);
                ChildProcess first = ledger.startSealer("first", sealer);
                ExecutorService loading = Executors.newSingleThreadExecutor();
                KafkaProducer<byte[], byte[]> producer =
                        Load.producer(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 1))) {
            bench.topics().awaitMembers(ledger.group(), 1);
            try (ChildProcess second = ledger.startSealer("second", sealer)) {
                bench.topics().awaitMembers(ledger.group(), 2);
                Events events = ledger.events(Payloads.ofPayments());
                Future<?> load = loading.submit(() -> new OpenLoop(OpenLoop.Clock.SYSTEM, RATE)
                        .run((long) RATE * SECONDS, number -> {
                            var unused = producer.send(events.next(ledger.intake()));
                        }));
                bench.topics().await(ledger.sealed(), ledger.sealedEnd() + 5 * RATE);
                first.kill();
                try (FirstSeal seal = FirstSeal.watch(bench, ledger)) {
                    return seal.await();
                } finally {
                    load.cancel(true);
                    int unused = second.stop();
                }
            }
        }
    }
}
