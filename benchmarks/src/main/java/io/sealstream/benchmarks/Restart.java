package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.util.List;
import java.util.Map;

/** How long a short ledger's sealer that was killed in the middle of its work takes from its start to the first event that it seals. */
record Restart(Figure figure) implements Measurement {
    static final Figure SHORT_LEDGER = Figure.time("restart.kill9.100k", null);
    static final Figure LONG_LEDGER = Figure.time("restart.kill9", SHORT_LEDGER.name());
    private static final int LENGTH = 100_000;
    private static final int AT_WORK = 50_000;

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "restart", Certification.NONE)) {
            Events events = ledger.events(Payloads.ofPayments());
            Load.fill(bench, ledger.intake(), events, LENGTH);
            ledger.seal(LENGTH);
            return Map.of(figure, millis(bench, ledger, events));
        }
    }

    /** Kills a sealer of this ledger that has much to do, and starts another. */
    static double millis(Bench bench, BenchLedger ledger, Events events) throws Exception {
        Load.fill(bench, ledger.intake(), events, AT_WORK);
        long end = ledger.sealedEnd();
        try (ChildProcess killed = ledger.startSealer()) {
            bench.topics().await(ledger.sealed(), end + 1);
        }
        // Where it was that fast, there is something to do all the same.
        Load.fill(bench, ledger.intake(), events, 1);
        try (FirstSeal first = FirstSeal.prepare(bench, ledger)) {
            first.passOverAll();
            long begunNanos = System.nanoTime();
            try (ChildProcess sealer = ledger.startSealer()) {
                double millis = first.millisSince(begunNanos);
                int unused = sealer.stop();
                return millis;
            }
        }
    }
}
