package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the length of a ledger costs. The long one is sealed once, of small events, and serves all runs. */
final class LongLedger implements Measurement {
    private static final Figure CONSUME = Figure.rate("consume.10m", null);
    private static final Figure VERIFY = Figure.rate("verify.topic.10m", CONSUME.name());
    private static final Figure SEAL = Figure.rate("seal.recorded.10m-ids", Sealing.RECORDED.name());
    private static final int STEP = 1_000_000;

    private @Nullable Sealed sealed;

    /** @param events goes on where the ledger ends */
    private record Sealed(BenchLedger ledger, Events events) {}

    @Override
    public List<Figure> figures() {
        return List.of(CONSUME, VERIFY, SEAL, Restart.LONG_LEDGER);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        if (sealed == null) {
            sealed = seal(bench);
        }
        BenchLedger ledger = sealed.ledger();
        Map<Figure, Double> values = new LinkedHashMap<>();
        if (bench.wants(CONSUME)) {
            values.put(CONSUME, Consume.rate(bench, ledger.sealed()));
        }
        if (bench.wants(VERIFY)) {
            values.put(VERIFY, new Verifying(bench, ledger).topic());
        }
        if (bench.wants(SEAL)) {
            values.put(
                    SEAL,
                    Sealing.rate(bench, ledger, sealed.events(), bench.scale().events() / 2));
        }
        if (bench.wants(Restart.LONG_LEDGER)) {
            values.put(Restart.LONG_LEDGER, Restart.millis(bench, ledger, sealed.events()));
        }
        return values;
    }

    private static Sealed seal(Bench bench) throws Exception {
        int length = bench.scale().longLedger();
        BenchLedger ledger = BenchLedger.make(bench, "long", Certification.NONE);
        Events small = ledger.events(Payloads.small());
        try (ChildProcess sealer = ledger.startSealer()) {
            long begin = ledger.sealedEnd();
            for (int made = STEP; made <= length; made += STEP) {
                Load.fill(bench, ledger.intake(), small, STEP);
                bench.topics().await(ledger.sealed(), begin + made);
                bench.say(String.format(Locale.ROOT, "%,d of %,d sealed to begin with", made, length));
            }
            int unused = sealer.stop();
        }
        return new Sealed(ledger, small.withPayloads(Payloads.ofPayments()));
    }
}
