package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.command.Version;
import io.sealstream.core.StrictJson;
import io.sealstream.core.verify.Verdict;
import java.util.stream.Stream;

/**
 * The report for what shows findings of analysers: SARIF 2.1.0 (OASIS). Rules are the kinds of faults and findings, results
 * the faults and findings themselves; why a run did not get to its end is a notification of its invocation.
 */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Report report;

    private SarifReport(Report report) {
        this.report = report;
    }

    static String render(Report report) {
        ObjectNode log = StrictJson.newObject();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        new SarifReport(report).fill(log.putArray("runs").addObject());
        return PrettyJson.of(log);
    }

    private void fill(ObjectNode run) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Sealstream");
        driver.put("version", Version.current());
        SarifRules rules = SarifRules.addTo(driver.putArray("rules"));
        addInvocation(run.putArray("invocations").addObject());
        SarifResults results = new SarifResults(run.putArray("results"), rules, report);
        report.faults().listed().forEach(results::add);
        report.findings().forEach(results::add);
        run.set("properties", JsonReport.summary(report));
    }

    /** Without the exit code, which nobody knows before the report is delivered: one that gets lost is an error. */
    private void addInvocation(ObjectNode invocation) {
        Verdict verdict = report.verdict();
        invocation.put("executionSuccessful", verdict == Verdict.VERIFIED || verdict == Verdict.TAMPERED);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        report.reasons().forEach(reason -> notify(notifications, "error", reason));
        unlisted().forEach(line -> notify(notifications, "warning", line));
        report.notCheckedLines().forEach(line -> notify(notifications, "note", "Not checked: " + line));
    }

    private Stream<String> unlisted() {
        long total = report.faults().total();
        int listed = report.faults().listed().size();
        return total == listed
                ? Stream.empty()
                : Stream.of("Of " + FaultPage.count(total) + " faults, " + FaultPage.count(listed)
                        + " are results: the first ones, and at least one of each kind.");
    }

    private static void notify(ArrayNode notifications, String level, String text) {
        ObjectNode notification = notifications.addObject();
        notification.put("level", level);
        SarifMessage.put(notification, text);
    }
}
