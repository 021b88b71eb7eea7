package io.sealstream.verifier.report;

import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as a list of checks: always the same ones in the same order. */
final class Checks {
    /** That the ledger could be read and judged as it was asked for. */
    static final String JUDGED = "JUDGED_TO_THE_END";
    /** That nothing was left out which no other check stands for. */
    static final String COVERAGE = "COVERAGE";

    /** What they are about is looked at in every run; all others are about records, and so about those that were read. */
    private static final Set<String> NOT_OF_RECORDS = Stream.of(
                    FaultKind.TOPIC_REPLACED,
                    FaultKind.CHECKPOINT_TRUNCATED,
                    FaultKind.CHECKPOINT_MISMATCH,
                    FaultKind.INTAKE_UNSEALED,
                    FaultKind.INTAKE_OUTCOME_TWICE,
                    FindingKind.TOPIC_SETTING,
                    FindingKind.OTHER_LEDGER)
            .map(Enum::name)
            .collect(Collectors.toSet());

    private final Report report;

    private Checks(Report report) {
        this.report = report;
    }

    static List<Check> of(Report report) {
        Checks checks = new Checks(report);
        List<Check> all = new ArrayList<>();
        all.add(checks.judged());
        Stream.of(FaultKind.values()).map(checks::ofFault).forEach(all::add);
        Stream.of(FindingKind.values()).map(checks::ofFinding).forEach(all::add);
        all.add(checks.coverage());
        return all;
    }

    private Check judged() {
        boolean asAsked = report.reasons().isEmpty()
                && (report.verdict() == Verdict.VERIFIED || report.verdict() == Verdict.TAMPERED);
        return new Check(JUDGED, asAsked ? new Check.Passed(report.checked()) : new Check.Broken(report.reasons()));
    }

    private Check ofFault(FaultKind kind) {
        FaultSummary faults = report.faults();
        if (faults.has(kind)) {
            List<Fault> listed = faults.listed().stream()
                    .filter(fault -> fault.kind() == kind)
                    .toList();
            return new Check(
                    kind.name(), new Check.Failed(listed, faults.counts().getOrDefault(kind, 0L)));
        }
        return passedUnlessSkipped(kind.name(), List.of());
    }

    private Check ofFinding(FindingKind kind) {
        List<String> remarks = report.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::detail)
                .toList();
        return passedUnlessSkipped(kind.name(), remarks);
    }

    private Check passedUnlessSkipped(String name, List<String> remarks) {
        List<String> why = whyNotLookedAt(name);
        return new Check(
                name,
                why.isEmpty() || !remarks.isEmpty()
                        ? new Check.Passed(withExtent(name, remarks))
                        : new Check.Skipped(why));
    }

    private List<String> withExtent(String name, List<String> remarks) {
        return NOT_OF_RECORDS.contains(name) || report.verifiedEarlier() == 0
                ? remarks
                : Stream.concat(
                                Stream.of("Of the " + report.recordsRead() + " records that are new."),
                                remarks.stream())
                        .toList();
    }

    private List<String> whyNotLookedAt(String name) {
        VerificationResult result = report.result();
        if (result == null || result.records() == 0) {
            return List.of("No record was read.");
        }
        if (report.recordsRead() == 0 && !NOT_OF_RECORDS.contains(name)) {
            return List.of("No record is new.");
        }
        return report.notChecked().stream()
                .filter(left -> left.checks().contains(name))
                .map(NotChecked::line)
                .toList();
    }

    private Check coverage() {
        List<String> partly = report.notChecked().stream()
                .filter(left -> left.checks().isEmpty() || left.isEverything())
                .map(NotChecked::line)
                .toList();
        return new Check(COVERAGE, partly.isEmpty() ? new Check.Passed(List.of()) : new Check.Skipped(partly));
    }
}
