package io.sealstream.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The curve of latency over rate as SVG: both axes logarithmic, p50 and p99, and those of a bare transaction across. */
final class LatencyPlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 72;
    private static final double LEAST_MS = 1;
    private static final double MOST_MS = 10_000;

    private final Results results;
    private final List<Integer> rates;

    LatencyPlot(Results results, List<Integer> rates) {
        this.results = results;
        this.rates = rates.stream()
                .filter(rate -> results.find(SealingLatency.p50(rate).name()).isPresent())
                .sorted()
                .toList();
    }

    /** Whether no latency was measured. */
    boolean isEmpty() {
        return rates.isEmpty();
    }

    /** Of at least one rate. */
    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        for (int ms = (int) LEAST_MS; ms <= MOST_MS; ms *= 10) {
            svg.append(line(MARGIN, y(ms), WIDTH - MARGIN, y(ms), "#ddd"));
            svg.append(text(MARGIN - 8, y(ms) + 4, "end", String.format(Locale.ROOT, "%,d ms", ms)));
        }
        for (int rate : rates) {
            svg.append(line(x(rate), MARGIN, x(rate), HEIGHT - MARGIN, "#ddd"));
            svg.append(text(x(rate), HEIGHT - MARGIN + 18, "middle", String.format(Locale.ROOT, "%,d/s", rate)));
        }
        svg.append(floor(Transactions.P50, "#7fb3d5")).append(floor(Transactions.P99, "#e6b0aa"));
        svg.append(curve(SealingLatency::p50, "#1f618d", "p50")).append(curve(SealingLatency::p99, "#b03a2e", "p99"));
        svg.append(text(WIDTH / 2.0, 24, "middle", "From submission to sealed and visible, by events a second"));
        return svg.append("</svg>\n").toString();
    }

    private String curve(IntFunction<Figure> figure, String colour, String name) {
        String points = rates.stream()
                .map(rate -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        x(rate),
                        y(value(figure.apply(rate)).orElseThrow())))
                .collect(Collectors.joining(" "));
        String dots = rates.stream()
                .map(rate -> String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                        x(rate),
                        y(value(figure.apply(rate)).orElseThrow()),
                        colour))
                .collect(Collectors.joining());
        double end = y(value(figure.apply(rates.getLast())).orElseThrow());
        return String.format(
                        Locale.ROOT,
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                        points,
                        colour)
                + dots
                + text(WIDTH - MARGIN + 6, end + 4, "start", name);
    }

    private String floor(Figure figure, String colour) {
        return value(figure)
                .map(ms -> line(MARGIN, y(ms), WIDTH - MARGIN, y(ms), colour)
                        + text(MARGIN + 4, y(ms) - 4, "start", figure.name()))
                .orElse("");
    }

    private Optional<Double> value(Figure figure) {
        return results.find(figure.name()).map(Result::median);
    }

    private double x(int rate) {
        double least = Math.log(rates.getFirst());
        double span = Math.max(Math.log(rates.getLast()) - least, 1e-9);
        return MARGIN + (Math.log(rate) - least) / span * (WIDTH - 2 * MARGIN);
    }

    private static double y(double ms) {
        double share = Math.log(Math.clamp(ms, LEAST_MS, MOST_MS) / LEAST_MS) / Math.log(MOST_MS / LEAST_MS);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }
}
