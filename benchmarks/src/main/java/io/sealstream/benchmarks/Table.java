package io.sealstream.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results for people: a line for each figure. */
final class Table {
    private Table() {}

    static String of(Machine machine, Results results) {
        StringBuilder text = new StringBuilder(machine.toString()).append(System.lineSeparator());
        text.append(System.lineSeparator()).append(row("figure", "median", "unit", "floor", "ratio", "runs"));
        results.all().forEach(result -> text.append(row(result, results)));
        return text.toString();
    }

    /** One value on a line of its own. */
    static String line(Figure figure, double value) {
        return figure.name() + ' ' + number(value) + ' ' + figure.unit();
    }

    private static String row(Result result, Results results) {
        return row(
                result.figure().name(),
                number(result.median()),
                result.figure().unit().toString(),
                results.floor(result).map(floor -> floor.figure().name()).orElse(""),
                results.ratio(result)
                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .orElse(""),
                runs(result.runs()));
    }

    private static String row(String name, String median, String unit, String floor, String ratio, String runs) {
        return String.format(Locale.ROOT, "%-24s %12s %-4s  %-18s %6s  %s%n", name, median, unit, floor, ratio, runs);
    }

    private static String runs(List<Double> runs) {
        return runs.stream().map(Table::number).collect(Collectors.joining(" "));
    }

    /** Three digits are more than a machine repeats. */
    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
