package io.sealstream.benchmarks;

import java.util.List;

/**
 * A figure and what each run gave.
 *
 * @param runs at least one value, in the order of the runs
 */
record Result(Figure figure, List<Double> runs) {
    Result {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(figure.name() + " has no value");
        }
        runs = List.copyOf(runs);
    }

    /** Of an even number of runs, the mean of the two in the middle. */
    double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
