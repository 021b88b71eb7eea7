package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.verifier.explain.Explanation;
import io.sealstream.verifier.explain.Explanations;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of a SARIF run: each kind of fault and finding, with the text of {@code sealstream explain}. */
final class SarifRules {
    private final Map<String, Integer> indexes = new HashMap<>();

    private SarifRules() {}

    static SarifRules addTo(ArrayNode array) {
        SarifRules rules = new SarifRules();
        Explanations explanations = Explanations.load();
        Stream.of(FaultKind.values()).forEach(kind -> rules.add(array, kind.name(), "error", explanations));
        Stream.of(FindingKind.values()).forEach(kind -> rules.add(array, kind.name(), "warning", explanations));
        return rules;
    }

    int indexOf(Enum<?> kind) {
        return indexes.getOrDefault(kind.name(), -1);
    }

    private void add(ArrayNode array, String name, String level, Explanations explanations) {
        Explanation explanation = explanations.require(name);
        indexes.put(name, array.size());
        ObjectNode rule = array.addObject();
        rule.put("id", name);
        rule.putObject("shortDescription").put("text", explanation.summary());
        rule.putObject("help").put("text", explanation.text());
        rule.putObject("defaultConfiguration").put("level", level);
    }
}
