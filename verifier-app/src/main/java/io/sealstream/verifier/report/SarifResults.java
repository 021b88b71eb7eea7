package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Sequence;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.Finding;
import org.jspecify.annotations.Nullable;

/** The results of a SARIF run. */
final class SarifResults {
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
        ObjectNode location = location(result, fault.sequence());
        if (source.hasLines() && fault.sequence() != null && fault.offset() != null) {
            location.withObject("physicalLocation").putObject("region").put("startLine", fault.offset());
        }
        result.putObject("partialFingerprints").put("fault/v1", fault.kind() + " " + Place.of(fault, source.unit()));
        result.set("properties", JsonReport.fault(fault));
    }

    void add(Finding finding) {
        ObjectNode result = begin(finding.kind(), "warning", finding.detail());
        result.put("occurrenceCount", finding.count());
        location(result, finding.firstSequence());
    }

    private ObjectNode begin(Enum<?> kind, String level, String text) {
        ObjectNode result = results.addObject();
        result.put("ruleId", kind.name());
        result.put("ruleIndex", rules.indexOf(kind));
        result.put("level", level);
        SarifMessage.put(result, text);
        return result;
    }

    private ObjectNode location(ObjectNode result, @Nullable Sequence sequence) {
        ObjectNode location = result.putArray("locations").addObject();
        location.putObject("physicalLocation")
                .putObject("artifactLocation")
                .put("uri", report.source().uri());
        if (sequence != null) {
            ObjectNode record = location.putArray("logicalLocations").addObject();
            String ledger = report.ledger() == null ? "ledger" : report.ledger();
            record.put("name", sequence.toString());
            record.put("fullyQualifiedName", ledger + "/" + sequence);
            record.put("kind", "record");
        }
        return location;
    }
}
