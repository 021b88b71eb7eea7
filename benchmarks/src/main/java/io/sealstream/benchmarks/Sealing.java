package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast a sealer works off an intake that is full when it starts, and how fast what it sealed is verified. */
final class Sealing implements Measurement {
    static final Figure RECORDED = Figure.rate("seal.recorded", CopyEos.COPY.name());
    private static final Figure FILE = Figure.rate("verify.file", null);

    private final Certification certification;

    Sealing(Certification certification) {
        this.certification = certification;
    }

    private Figure seal() {
        return switch (certification) {
            case NONE -> RECORDED;
            case BATCH -> Figure.rate("seal.batch", RECORDED.name());
            case SINGLE -> Figure.rate("seal.single", SignatureChecks.ALL_CORES.name());
        };
    }

    private Figure verify() {
        return switch (certification) {
            case NONE -> Verifying.TOPIC;
            case BATCH -> Figure.rate("verify.topic.batch", Verifying.TOPIC.name());
            case SINGLE -> Figure.rate("verify.topic.single", SignatureChecks.ALL_CORES.name());
        };
    }

    @Override
    public List<Figure> figures() {
        return certification == Certification.NONE
                ? List.of(seal(), Consume.SEALED, verify(), FILE)
                : List.of(seal(), verify());
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "seal", certification)) {
            Map<Figure, Double> values = new LinkedHashMap<>();
            int count = certification == Certification.SINGLE
                    ? bench.scale().signed()
                    : bench.scale().events();
            values.put(seal(), rate(bench, ledger, ledger.events(Payloads.ofPayments()), count));
            for (Figure figure : figures().stream().skip(1).filter(bench::wants).toList()) {
                values.put(figure, read(figure, bench, ledger));
            }
            return values;
        }
    }

    private static double read(Figure figure, Bench bench, BenchLedger ledger) throws Exception {
        if (figure.equals(Consume.SEALED)) {
            return Consume.rate(bench, ledger.sealed());
        }
        Verifying verifying = new Verifying(bench, ledger);
        return figure.equals(FILE) ? verifying.file() : verifying.topic();
    }

    /** Fills the intake, and only then starts a sealer. */
    static double rate(Bench bench, BenchLedger ledger, Events events, int count) throws Exception {
        Load.fill(bench, ledger.intake(), events, count);
        long from = ledger.sealedEnd();
        try (ChildProcess sealer = ledger.startSealer()) {
            double rate = bench.topics().fillingRate(ledger.sealed(), from, count);
            int unused = sealer.stop();
            return rate;
        }
    }
}
