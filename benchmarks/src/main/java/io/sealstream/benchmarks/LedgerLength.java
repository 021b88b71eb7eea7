package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What the length of a ledger costs: the same is done with a short one and with a long one, which are made anew for each
 * run. Most of their events are small, since only their number counts.
 */
final class LedgerLength implements Measurement {
    private static final Figure CONSUME = Figure.rate("consume.10m", null);
    private static final Figure VERIFY = Figure.rate("verify.topic.10m", CONSUME.name());
    private static final Figure RESTART_SHORT = Figure.time("restart.kill9.100k", null);
    private static final Figure RESTART_LONG = Figure.time("restart.kill9", RESTART_SHORT.name());
    private static final Figure SEAL_SHORT = Figure.rate("seal.recorded.100k-ids", null);
    private static final Figure SEAL_LONG = Figure.rate("seal.recorded.10m-ids", SEAL_SHORT.name());

    private static final int SHORT = 100_000;
    /** Sealed before a look at how far it is. */
    private static final int STEP = 1_000_000;
    /** Sealed to see how fast that is: few beside the long ledger, enough for a JVM to warm up. */
    private static final int MORE = 1_000_000;

    private final int length;
    private final SequencedMap<Figure, Step> steps;

    /** Something that is done with the ledger. */
    private interface Step {
        /** @param events goes on where the ledger ends */
        double measure(Bench bench, BenchLedger ledger, Events events) throws Exception;
    }

    private LedgerLength(int length, SequencedMap<Figure, Step> steps) {
        this.length = length;
        this.steps = steps;
    }

    static LedgerLength restartOfShort() {
        SequencedMap<Figure, Step> steps = new LinkedHashMap<>();
        steps.put(RESTART_SHORT, Restart::millis);
        return new LedgerLength(SHORT, steps);
    }

    static LedgerLength ofShort() {
        LedgerLength made = restartOfShort();
        made.steps.put(SEAL_SHORT, LedgerLength::sealMore);
        return made;
    }

    static LedgerLength ofLong(int length) {
        SequencedMap<Figure, Step> steps = new LinkedHashMap<>();
        steps.put(CONSUME, (bench, ledger, events) -> Consume.rate(bench, ledger.sealed()));
        steps.put(VERIFY, (bench, ledger, events) -> new Verifying(bench, ledger).topic());
        steps.put(RESTART_LONG, Restart::millis);
        steps.put(SEAL_LONG, LedgerLength::sealMore);
        return new LedgerLength(length, steps);
    }

    private static double sealMore(Bench bench, BenchLedger ledger, Events events) throws Exception {
        return Sealing.rate(bench, ledger, events, MORE);
    }

    @Override
    public List<Figure> figures() {
        return List.copyOf(steps.keySet());
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "length", Certification.NONE)) {
            Events small = ledger.events(Payloads.small());
            seal(bench, ledger, small);
            Events events = small.withPayloads(Payloads.ofPayments());
            Map<Figure, Double> values = new LinkedHashMap<>();
            for (Map.Entry<Figure, Step> step : steps.entrySet()) {
                if (bench.wants(step.getKey())) {
                    values.put(step.getKey(), step.getValue().measure(bench, ledger, events));
                }
            }
            return values;
        }
    }

    private void seal(Bench bench, BenchLedger ledger, Events events) throws Exception {
        long begin = ledger.sealedEnd();
        try (ChildProcess sealer = ledger.startSealer()) {
            for (int made = 0; made < length; ) {
                int step = Math.min(STEP, length - made);
                Load.fill(bench, ledger.intake(), events, step);
                made += step;
                bench.topics().await(ledger.sealed(), begin + made);
                bench.say(String.format(Locale.ROOT, "%,d of %,d sealed to begin with", made, length));
            }
            int unused = sealer.stop();
        }
    }
}
