package io.sealstream.verifier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.command.OneLine;

/** A message of SARIF: plain text in which nothing is a link (SARIF 2.1.0, 3.11.6) or a placeholder (3.11.5). */
final class SarifMessage {
    private SarifMessage() {}

    /** @param text of any origin */
    static void put(ObjectNode owner, String text) {
        owner.putObject("message").put("text", literal(OneLine.of(text)));
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\\\[\\]]", "\\\\$0").replace("{", "{{").replace("}", "}}");
    }
}
