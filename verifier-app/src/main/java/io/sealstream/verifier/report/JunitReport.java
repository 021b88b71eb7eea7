package io.sealstream.verifier.report;

import io.sealstream.command.OneLine;
import io.sealstream.core.verify.VerificationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report for what shows test results: a suite with a case for each check, in the XML that JUnit's runners have made
 * common. A fault is a failure; what was not looked at is skipped; a run that did not get to its end is an error.
 */
final class JunitReport {
    /** How many faults of a kind are told in full. */
    static final int SHOWN = 100;

    private static final String CLASS = "sealstream.verify";

    private final XmlPage page = new XmlPage();
    private final Report report;

    private JunitReport(Report report) {
        this.report = report;
    }

    static String render(Report report) {
        return new JunitReport(report).render();
    }

    private String render() {
        List<Check> checks = Checks.of(report);
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put("name", name());
        totals.put("tests", Integer.toString(checks.size()));
        totals.put("failures", count(checks, Check.Failed.class));
        totals.put("errors", count(checks, Check.Broken.class));
        totals.put("time", String.format(Locale.ROOT, "%.3f", report.seconds()));
        Map<String, String> ofSuite = new LinkedHashMap<>(totals);
        ofSuite.put("skipped", count(checks, Check.Skipped.class));
        page.element(
                "testsuites",
                totals,
                () -> page.element("testsuite", ofSuite, () -> {
                    page.element("properties", Map.of(), this::addProperties);
                    checks.forEach(this::add);
                    page.text("system-out", Map.of(), TextReport.render(report));
                }));
        return page.end();
    }

    private String name() {
        return "sealstream verify " + (report.ledger() == null ? report.source().name() : report.ledger());
    }

    private static String count(List<Check> checks, Class<? extends Check.Result> result) {
        return Long.toString(checks.stream()
                .filter(check -> result.isInstance(check.result()))
                .count());
    }

    private void addProperties() {
        property("verdict", report.verdict());
        property("source", report.source().name());
        VerificationResult result = report.result();
        if (result != null) {
            property("size", result.size());
            property("head", result.head() == null ? "" : result.head().hex());
            property("root", result.root().hex());
        }
    }

    private void property(String name, Object value) {
        page.empty("property", inOrder("name", name, "value", value.toString()));
    }

    private void add(Check check) {
        Map<String, String> named = inOrder("classname", CLASS, "name", check.name());
        switch (check.result()) {
            case Check.Passed(List<String> remarks) when remarks.isEmpty() -> page.empty("testcase", named);
            case Check.Passed(List<String> remarks) ->
                page.element("testcase", named, () -> page.text("system-out", Map.of(), lines(remarks)));
            case Check.Failed failed -> page.element("testcase", named, () -> addFailure(check.name(), failed));
            case Check.Skipped(List<String> why) ->
                page.element("testcase", named, () -> page.empty("skipped", Map.of("message", String.join(" ", why))));
            case Check.Broken(List<String> why) ->
                page.element(
                        "testcase",
                        named,
                        () -> page.text(
                                "error",
                                inOrder("type", report.verdict().name(), "message", String.join("; ", why)),
                                lines(why)));
        }
    }

    private void addFailure(String kind, Check.Failed failed) {
        Stream<String> shown = failed.listed().stream()
                .limit(SHOWN)
                .map(fault -> Place.withEvidence(fault, report.source().unit()));
        long more = failed.total() - Math.min(SHOWN, failed.listed().size());
        Stream<String> rest = more == 0 ? Stream.empty() : Stream.of("and " + FaultPage.count(more) + " more");
        page.text(
                "failure",
                inOrder("type", kind, "message", summary(failed)),
                lines(Stream.concat(shown, rest).toList()));
    }

    private String summary(Check.Failed failed) {
        String first = Place.of(failed.listed().getFirst(), report.source().unit());
        String count = failed.total() == 1 ? "1 fault" : FaultPage.count(failed.total()) + " faults";
        return first.isEmpty() ? count : count + ", first at " + first;
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> OneLine.of(line) + '\n').collect(Collectors.joining());
    }

    private static Map<String, String> inOrder(String name, String value, String otherName, String otherValue) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(name, value);
        attributes.put(otherName, otherValue);
        return attributes;
    }
}
