package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    private static final Figure FLOOR = Figure.rate("floor", null);
    private static final Figure FIGURE = Figure.rate("figure", "floor");

    private final StringWriter said = new StringWriter();
    private final Results results = new Results(List.of(FLOOR, FIGURE));

    @TempDir
    Path directory;

    @Test
    void whatWasMeasuredOutlivesAFailureInALaterRun() throws Exception {
        Optional<Exception> failure = measure(2, List.of(new Fake(FLOOR, 2), new Fake(FIGURE, 1)));

        assertThat(failure).get().isInstanceOf(IOException.class);
        assertThat(results.find("floor").orElseThrow().runs()).hasSize(2);
        assertThat(results.find("figure").orElseThrow().runs()).hasSize(1);
    }

    @Test
    void eachValueIsToldAsSoonAsItIsThere() throws Exception {
        assertThat(measure(1, List.of(new Fake(FLOOR, 1)))).isEmpty();

        assertThat(said.toString().lines()).containsExactly("run 1 of 1: floor", "  floor 7.0 1/s");
    }

    @Test
    void nothingIsNamedAnyMoreWhereTheProgramIsEnding() throws Exception {
        try (Bench bench = bench()) {
            bench.end();

            assertThat(new Runs(List.of(new Naming()), 1, new PrintWriter(said)).measure(bench, results))
                    .get()
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private Optional<Exception> measure(int times, List<Measurement> measurements) throws IOException {
        try (Bench bench = bench()) {
            return new Runs(measurements, times, new PrintWriter(said)).measure(bench, results);
        }
    }

    /** Nobody listens there, and nobody is asked. */
    private Bench bench() throws IOException {
        Set<String> wanted = Set.of(FLOOR.name(), FIGURE.name());
        return new Bench(Cluster.at("127.0.0.1:9", null), directory, Scale.QUICK, wanted, new PrintWriter(said));
    }

    /** Measures something as often as it is able to. */
    private static final class Fake implements Measurement {
        private final Figure figure;
        private int left;

        Fake(Figure figure, int times) {
            this.figure = figure;
            this.left = times;
        }

        @Override
        public List<Figure> figures() {
            return List.of(figure);
        }

        @Override
        public Map<Figure, Double> run(Bench bench) throws IOException {
            if (left-- == 0) {
                throw new IOException("the disk is full");
            }
            return Map.of(figure, 7.0);
        }
    }

    /** Makes something on the brokers. */
    private static final class Naming implements Measurement {
        @Override
        public List<Figure> figures() {
            return List.of(FLOOR);
        }

        @Override
        public Map<Figure, Double> run(Bench bench) {
            return Map.of(FLOOR, (double) bench.newName("topic").length());
        }
    }
}
