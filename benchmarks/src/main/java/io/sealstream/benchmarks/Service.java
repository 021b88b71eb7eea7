package io.sealstream.benchmarks;

import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.follower.Follower;
import io.sealstream.kafka.local.ChildProcess;
import io.sealstream.kafka.local.Loopback;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What a service sees that submits events and reads them: by the library, and by a gateway in a JVM of its own. Latency is
 * from when a submission is due until its answer is there.
 */
final class Service implements Measurement {
    private static final int WARM_UP_RATE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static final Figure STREAM = Figure.rate("gateway.stream", null);
    static final Figure GET = Figure.rate("gateway.get", null);
    static final Figure LOCAL = Figure.rate("follower.get", null);

    private final List<Integer> rates;

    /** @param rates submissions a second */
    Service(List<Integer> rates) {
        this.rates = List.copyOf(rates);
    }

    @Override
    public List<Figure> figures() {
        return Stream.of(
                        rates.stream().flatMap(rate -> Stream.of(client(rate, 50), client(rate, 99))),
                        rates.stream().flatMap(rate -> Stream.of(gateway(rate, 50), gateway(rate, 99))),
                        Stream.of(STREAM, GET, LOCAL))
                .flatMap(figures -> figures)
                .toList();
    }

    private static Figure client(int rate, int percentile) {
        return Figure.time("client.latency." + rate + ".p" + percentile, null);
    }

    private static Figure gateway(int rate, int percentile) {
        return Figure.time(
                "gateway.latency." + rate + ".p" + percentile,
                client(rate, percentile).name());
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "service", Certification.NONE);
                ChildProcess sealer = ledger.startSealer()) {
            Events events = ledger.events(Payloads.ofPayments());
            fill(bench, ledger, events);
            Map<Figure, Double> values = new LinkedHashMap<>();
            ofClient(bench, ledger, events, values);
            ofGateway(bench, ledger, events, values);
            if (bench.wants(LOCAL)) {
                values.put(LOCAL, local(bench, ledger));
            }
            int unused = sealer.stop();
            return values;
        }
    }

    private void ofClient(Bench bench, BenchLedger ledger, Events events, Map<Figure, Double> values) throws Exception {
        if (wanted(bench, Service::client).isEmpty()) {
            return;
        }
        try (LedgerClient client = ledger.client()) {
            latencies(bench, Service::client, () -> sealed(client, events.certified()), values);
        }
    }

    private void ofGateway(Bench bench, BenchLedger ledger, Events events, Map<Figure, Double> values)
            throws Exception {
        int port = Loopback.freePort();
        try (ChildProcess gateway = ledger.startGateway(port);
                GatewayCalls calls = GatewayCalls.connect(port)) {
            if (!wanted(bench, Service::gateway).isEmpty()) {
                latencies(
                        bench,
                        Service::gateway,
                        () -> calls.submit(events.certified().event()),
                        values);
            }
            int many = bench.scale().records() / 5;
            if (bench.wants(STREAM)) {
                double unused =
                        calls.streamed(many / 2, () -> events.certified().event());
                values.put(STREAM, calls.streamed(many, () -> events.certified().event()));
            }
            if (bench.wants(GET)) {
                LongSupplier sequences = anySequence(bench);
                double unused = calls.got(many / 2, sequences);
                values.put(GET, calls.got(many, sequences));
            }
            int unused = gateway.stop();
        }
    }

    private void latencies(
            Bench bench, Percentile percentile, Callable<CompletableFuture<?>> submit, Map<Figure, Double> values)
            throws Exception {
        Histogram unused = Submissions.latencies(WARM_UP_RATE, bench.scale().warmUp(), submit);
        for (int rate : wanted(bench, percentile)) {
            Histogram latencies = Submissions.latencies(rate, bench.scale().steady(), submit);
            values.put(percentile.of(rate, 50), Latencies.millis(latencies, 50));
            values.put(percentile.of(rate, 99), Latencies.millis(latencies, 99));
        }
    }

    private List<Integer> wanted(Bench bench, Percentile percentile) {
        return rates.stream()
                .filter(rate -> bench.wants(percentile.of(rate, 50)) || bench.wants(percentile.of(rate, 99)))
                .toList();
    }

    /** The figure of a rate and a percentile. */
    private interface Percentile {
        Figure of(int rate, int percentile);
    }

    private static CompletableFuture<?> sealed(LedgerClient client, CertifiedEvent event) throws InterruptedException {
        return client.submit(event).thenAccept(outcome -> {
            if (!(outcome instanceof SubmissionOutcome.Sealed)) {
                throw new IllegalStateException(event.event().eventId() + " was not sealed: " + outcome);
            }
        });
    }

    /** Records of the ledger at random, from the store of a follower in this process, one after the other. */
    private static double local(Bench bench, BenchLedger ledger) throws Exception {
        LongSupplier sequences = anySequence(bench);
        try (Follower follower = ledger.follow()) {
            follower.start();
            if (!follower.awaitCaughtUp(PATIENCE)) {
                throw new IllegalStateException("the follower did not come to the end: " + follower.status());
            }
            return Steady.perSecond(bench.scale().peers(), () -> {
                Sequence sequence = new Sequence(sequences.getAsLong());
                if (follower.record(sequence).isEmpty()) {
                    throw new IllegalStateException("the follower has no record " + sequence);
                }
                return 1;
            });
        }
    }

    /** Records to read, and the sealer warm for whoever submits first. */
    private static void fill(Bench bench, BenchLedger ledger, Events events) throws Exception {
        Load.fill(bench, ledger.intake(), events, filled(bench));
        // Offsets are more than records: those of transactions' markers come on top.
        bench.topics().await(ledger.sealed(), filled(bench) + 1L);
    }

    private static int filled(Bench bench) {
        return bench.scale().records() / 20;
    }

    private static LongSupplier anySequence(Bench bench) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        return () -> random.nextLong(filled(bench));
    }
}
