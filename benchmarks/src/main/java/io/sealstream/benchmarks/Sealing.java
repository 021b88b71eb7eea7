package io.sealstream.benchmarks;

import io.sealstream.kafka.local.JavaProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast a sealer works off an intake that is full when it starts, and how fast what it sealed is verified. */
final class Sealing implements Measurement {
    private static final Figure RECORDED = Figure.rate("seal.recorded", CopyEos.COPY.name());
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
        List<Figure> figures = new ArrayList<>(List.of(seal(), verify()));
        if (certification == Certification.NONE) {
            figures.add(FILE);
        }
        return figures;
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        Map<Figure, Double> values = new LinkedHashMap<>();
        try (BenchLedger ledger = BenchLedger.make(bench, "seal", certification)) {
            values.put(seal(), sealed(bench, ledger));
            Verifying verifying = new Verifying(bench, ledger);
            if (bench.wants(verify())) {
                values.put(verify(), verifying.topic());
            }
            if (figures().contains(FILE) && bench.wants(FILE)) {
                values.put(FILE, verifying.file());
            }
        }
        return values;
    }

    private double sealed(Bench bench, BenchLedger ledger) throws Exception {
        Scale scale = bench.scale();
        int count = certification == Certification.SINGLE ? scale.signed() : scale.events();
        Load.fill(bench, ledger.intake(), ledger.events(Payloads.ofPayments()), count);
        long from = ledger.sealedEnd();
        try (JavaProcess sealer = ledger.startSealer()) {
            double rate = bench.topics().fillingRate(ledger.sealed(), from, count);
            sealer.stop();
            return rate;
        }
    }
}
