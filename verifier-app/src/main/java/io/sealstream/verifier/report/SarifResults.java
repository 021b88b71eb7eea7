package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Sequence;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.Finding;
import org.jspecify.annotations.Nullable;

/** The results of a SARIF run. */
final class SarifResults {
    /** Of what has no lines: GitHub takes no result without one. */
    private static final long FIRST_LINE = 1;

    private final ArrayNode results;
    private final SarifRules rules;
    private final Report report;

    SarifResults(ArrayNode results, SarifRules rules, Report report) {
        this.results = results;
        this.rules = rules;
        this.report = report;
    }

    void add(Fault fault) {
        Source source = report.source();
        ObjectNode result = begin(fault.kind(), "error", Place.withEvidence(fault, source.unit()));
        Long line = source.hasLines() && fault.sequence() != null ? fault.offset() : null;
        locate(result, fault.sequence(), line == null ? FIRST_LINE : line);
        result.putObject("partialFingerprints").put("fault/v1", fault.kind() + " " + Place.of(fault, source.unit()));
        result.set("properties", JsonReport.fault(fault));
    }

    void add(Finding finding) {
        ObjectNode result = begin(finding.kind(), "warning", finding.detail());
        result.put("occurrenceCount", finding.count());
        locate(result, finding.firstSequence(), FIRST_LINE);
    }

    private ObjectNode begin(Enum<?> kind, String level, String text) {
        ObjectNode result = results.addObject();
        result.put("ruleId", kind.name());
        result.put("ruleIndex", rules.indexOf(kind));
        result.put("level", level);
        SarifMessage.put(result, text);
        return result;
    }

    private void locate(ObjectNode result, @Nullable Sequence sequence, long line) {
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode place = location.putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", report.source().uri());
        place.putObject("region").put("startLine", line);
        if (sequence != null) {
            ObjectNode record = location.putArray("logicalLocations").addObject();
            String ledger = report.ledger() == null ? "ledger" : report.ledger();
            record.put("name", sequence.toString());
            record.put("fullyQualifiedName", ledger + "/" + sequence);
            record.put("kind", "record");
        }
    }
}
