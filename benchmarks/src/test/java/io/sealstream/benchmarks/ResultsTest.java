package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Figure FLOOR = Figure.rate("floor", null);
    private static final Figure FIGURE = Figure.rate("figure", "floor");

    @Test
    void theMedianIsTheOneInTheMiddleOrTheMeanOfTwo() {
        assertThat(new Result(FLOOR, List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Result(FLOOR, List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3.0);
    }

    @Test
    void aRatioIsThatOfTheMedians() {
        Results results = new Results(List.of(FLOOR, FIGURE));

        results.add(Map.of(FLOOR, 100.0, FIGURE, 90.0));
        results.add(Map.of(FLOOR, 200.0, FIGURE, 50.0));
        results.add(Map.of(FLOOR, 150.0, FIGURE, 60.0));

        assertThat(results.find("figure").flatMap(results::ratio)).contains(0.4);
    }

    @Test
    void whatWasNotMeasuredIsLeftOut() {
        Results results = new Results(List.of(FLOOR, FIGURE));

        results.add(Map.of(FIGURE, 90.0));

        assertThat(results.all()).extracting(Result::figure).containsExactly(FIGURE);
        assertThat(results.all())
                .allSatisfy(result -> assertThat(results.ratio(result)).isEmpty());
    }
}
