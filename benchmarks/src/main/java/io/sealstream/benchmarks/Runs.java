package io.sealstream.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures all of it, over and over. What is measured is told at once, so that it is not lost with what comes after.
 *
 * @param times how often
 * @param err gets a line before each measurement
 */
record Runs(List<Measurement> measurements, int times, PrintWriter err) {
    Runs {
        measurements = List.copyOf(measurements);
    }

    /**
     * @param results gets what is measured, as soon as it is
     * @return why it ended early; empty where all was measured
     */
    Optional<Exception> measure(Bench bench, Results results) {
        try {
            for (int run = 1; run <= times; run++) {
                for (Measurement measurement : measurements) {
                    err.printf(Locale.ROOT, "run %d of %d: %s%n", run, times, names(measurement, bench));
                    Map<Figure, Double> values = measurement.run(bench);
                    results.add(values);
                    values.forEach((figure, value) -> bench.say(Table.line(figure, value)));
                }
            }
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private static String names(Measurement measurement, Bench bench) {
        return measurement.figures().stream()
                .filter(bench::wants)
                .map(Figure::name)
                .collect(Collectors.joining(", "));
    }
}
