package io.sealstream.sealer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} answered in Prometheus' text format: each series, labels and all, with its value. */
record Scrape(Map<String, Double> series) {
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*(?:\\{.*})?) (\\S+)");

    static Scrape of(Health health) {
        return of(health.get("/metrics").body());
    }

    static Scrape of(String text) {
        Map<String, Double> series = new TreeMap<>();
        text.lines()
                .map(SERIES::matcher)
                .filter(Matcher::matches)
                .forEach(line -> series.put(line.group(1), number(line.group(2))));
        return new Scrape(series);
    }

    private static double number(String value) {
        return switch (value) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }

    Set<String> names() {
        return series.keySet().stream()
                .map(key -> key.replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }

    /** @param labels each as in {@code reason="CLOCK"} */
    double value(String name, String... labels) {
        List<Double> found = series.entrySet().stream()
                .filter(entry -> entry.getKey().matches(Pattern.quote(name) + "(\\{.*)?"))
                .filter(entry -> List.of(labels).stream().allMatch(entry.getKey()::contains))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + List.of(labels) + " has " + found.size() + " series in " + series.keySet());
        }
        return found.getFirst();
    }
}
