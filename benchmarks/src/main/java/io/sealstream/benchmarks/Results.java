package io.sealstream.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What was measured so far. */
final class Results {
    private final SequencedMap<Figure, List<Double>> values = new LinkedHashMap<>();

    /** @param order in which people read them */
    Results(List<Figure> order) {
        order.forEach(figure -> values.put(figure, new ArrayList<>()));
    }

    void add(Map<Figure, Double> run) {
        run.forEach((figure, value) ->
                values.computeIfAbsent(figure, f -> new ArrayList<>()).add(value));
    }

    Stream<Result> all() {
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Result(entry.getKey(), entry.getValue()));
    }

    Optional<Result> find(String name) {
        return all().filter(result -> result.figure().name().equals(name)).findFirst();
    }

    Optional<Result> floor(Result result) {
        return Optional.ofNullable(result.figure().floor()).flatMap(this::find);
    }

    /** Median over the floor's median. Empty where there is no floor, or it was not measured. */
    Optional<Double> ratio(Result result) {
        return floor(result).map(floor -> result.median() / floor.median());
    }
}
