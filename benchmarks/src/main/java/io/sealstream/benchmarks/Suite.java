package io.sealstream.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is measured, floors first. */
record Suite(List<Measurement> measurements) {
    Suite {
        measurements = List.copyOf(measurements);
    }

    static Suite of(Scale scale) {
        List<Measurement> all = new ArrayList<>(List.of(
                new Produce(),
                new CopyEos(),
                new Transactions(),
                new SignatureChecks(),
                new Sealing(Certification.NONE),
                new Sealing(Certification.BATCH),
                new Sealing(Certification.SINGLE),
                new SealingLatency(scale.rates())));
        if (scale.isQuick()) {
            all.add(LedgerLength.restartOfShort());
        } else {
            all.add(LedgerLength.ofShort());
            all.add(LedgerLength.ofLong(scale.longLedger()));
            all.add(FailOver.ofDefaults());
            all.add(FailOver.fast());
            all.add(new Service(List.of(100, 1_000)));
        }
        Stream.of(SqlitePeer.Mode.values()).map(SqlitePeer::new).forEach(all::add);
        all.add(new EtcdPeer());
        return new Suite(all);
    }

    List<Figure> figures() {
        return measurements.stream()
                .flatMap(measurement -> measurement.figures().stream())
                .toList();
    }

    /** These figures and the floors that they are compared with, and those of the floors; all figures where there are none. */
    Set<String> withFloors(Set<String> names) {
        Set<String> all = new HashSet<>();
        List<Figure> wanted = figures().stream()
                .filter(figure -> names.isEmpty() || names.contains(figure.name()))
                .toList();
        for (Figure figure : wanted) {
            all.add(figure.name());
            if (figure.floor() != null && all.add(figure.floor())) {
                all.addAll(withFloors(Set.of(figure.floor())));
            }
        }
        return all;
    }

    /** What has to run for these figures. */
    List<Measurement> measuring(Set<String> names) {
        return measurements.stream()
                .filter(measurement ->
                        measurement.figures().stream().map(Figure::name).anyMatch(names::contains))
                .toList();
    }
}
