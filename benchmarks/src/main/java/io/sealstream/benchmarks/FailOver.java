package io.sealstream.benchmarks;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.ChildProcess;
import io.sealstream.kafka.local.LocalBroker;
import java.io.IOException;
import java.util.HashMap;
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

    /** The sealer that is at work, and is killed. */
    private static final String FIRST = "first";

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
                ChildProcess first = start(ledger, FIRST)) {
            bench.topics().awaitMembers(ledger.group(), 1);
            try (ChildProcess second = start(ledger, "second");
                    ExecutorService loading = Executors.newSingleThreadExecutor();
                    KafkaProducer<byte[], byte[]> producer =
                            Load.producer(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 1))) {
                bench.topics().awaitMembers(ledger.group(), 2);
                Future<?> load = loading.submit(submissions(ledger, producer));
                bench.topics().await(ledger.sealed(), ledger.sealedEnd() + 5 * RATE);
                double millis = millisWithout(first, bench, ledger);
                load.cancel(true);
                int unused = second.stop();
                return millis;
            }
        }
    }

    /** The group knows it by its name. */
    private ChildProcess start(BenchLedger ledger, String name) throws IOException {
        Map<String, String> settings = new HashMap<>(sealer);
        settings.put("instance.id", name);
        return ledger.startSealer(name, settings);
    }

    private static Runnable submissions(BenchLedger ledger, KafkaProducer<byte[], byte[]> producer) throws IOException {
        Events events = ledger.events(Payloads.ofPayments());
        return () -> new OpenLoop(OpenLoop.Clock.SYSTEM, RATE).run((long) RATE * SECONDS, number -> {
            var unused = producer.send(events.next(ledger.intake()));
        });
    }

    /** From just before it is killed. */
    private static double millisWithout(ChildProcess first, Bench bench, BenchLedger ledger) throws TopicException {
        try (FirstSeal seal = FirstSeal.prepare(bench, ledger)) {
            requireAtWork(bench, ledger);
            long begunNanos = System.nanoTime();
            first.kill();
            seal.passOverAll();
            return seal.millisSince(begunNanos);
        }
    }

    /** Killing the one that stands by would take no time at all. */
    private static void requireAtWork(Bench bench, BenchLedger ledger) throws TopicException {
        String atWork = bench.topics().reader(ledger.group(), ledger.intake()).orElse("nobody");
        if (!atWork.startsWith(FIRST)) { // behind it, Kafka Streams has the number of a thread
            throw new TopicException("of the sealers, " + atWork + " is at work, and " + FIRST + " was to be killed");
        }
    }
}
