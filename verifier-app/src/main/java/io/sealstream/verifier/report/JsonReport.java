package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.VerificationResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report for programs: one JSON object, its members always the same ones. What is not known is null. {@code faults}
 * lists the first ones; {@code fault_count} and {@code fault_kinds} count them all.
 */
final class JsonReport {
    private JsonReport() {}

    static String render(Report report) {
        return PrettyJson.of(object(report));
    }

    static ObjectNode object(Report report) {
        ObjectNode json = StrictJson.newObject();
        json.put("verdict", report.verdict().name());
        json.put("source", report.source().name());
        json.put("ledger", report.ledger());
        putResult(json, Optional.ofNullable(report.result()));
        ArrayNode faults = json.putArray("faults");
        report.faults().listed().forEach(fault -> faults.add(fault(fault)));
        json.put("fault_count", report.faults().total());
        ObjectNode kinds = json.putObject("fault_kinds");
        report.faults().counts().forEach((kind, count) -> kinds.put(kind.name(), count));
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> putFinding(findings.addObject(), finding));
        putLines(json, "not_checked", report.notCheckedLines());
        putLines(json, "checked", report.checked());
        putLines(json, "reasons", report.reasons());
        putWritten(json, report.written());
        json.put("verified_earlier", report.verifiedEarlier());
        json.put("seconds", seconds(report.taken()));
        json.put("records_per_second", report.recordsPerSecond());
        return json;
    }

    private static void putResult(ObjectNode json, Optional<VerificationResult> result) {
        json.put(
                "ledger_id",
                result.map(VerificationResult::ledgerId).map(Hash::hex).orElse(null));
        json.put("size", result.map(VerificationResult::size).orElse(null));
        json.put("head", result.map(VerificationResult::head).map(Hash::hex).orElse(null));
        json.put("root", result.map(VerificationResult::root).map(Hash::hex).orElse(null));
        json.put(
                "last_good_sequence",
                number(result.flatMap(VerificationResult::lastGoodSequence).orElse(null)));
        json.put(
                "first_bad_sequence",
                number(result.flatMap(VerificationResult::firstBadSequence).orElse(null)));
    }

    /** The report without its list of faults, for forms that list them elsewhere. */
    static ObjectNode summary(Report report) {
        return object(report).without("faults");
    }

    static ObjectNode fault(Fault fault) {
        ObjectNode json = StrictJson.newObject();
        json.put("sequence", number(fault.sequence()));
        json.put("offset", fault.offset());
        json.put("kind", fault.kind().name());
        json.put("expected", fault.expected());
        json.put("actual", fault.actual());
        json.put("detail", fault.detail());
        return json;
    }

    /** To the millisecond. */
    static double seconds(Duration taken) {
        return Math.round(taken.toNanos() / 1e6) / 1e3;
    }

    private static void putFinding(ObjectNode json, Finding finding) {
        json.put("kind", finding.kind().name());
        json.put("count", finding.count());
        json.put("first_sequence", number(finding.firstSequence()));
        json.put("detail", finding.detail());
    }

    private static void putLines(ObjectNode json, String name, List<String> lines) {
        ArrayNode array = json.putArray(name);
        lines.forEach(array::add);
    }

    private static void putWritten(ObjectNode json, @Nullable WrittenCheckpoint written) {
        if (written == null) {
            json.putNull("written_checkpoint");
        } else {
            json.putObject("written_checkpoint").put("file", written.file()).put("vkey", written.vkey());
        }
    }

    private static @Nullable Long number(@Nullable Sequence sequence) {
        return sequence == null ? null : (Long) sequence.value();
    }
}
