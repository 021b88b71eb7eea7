package io.sealstream.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.verifier.report.ReportFormat;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a report tells whoever reads it in its form: the verdict, and the faults as in {@code PAYLOAD_MISMATCH@16}. */
record Told(ReportFormat format, String report) {
    private static final Pattern IN_TEXT = Pattern.compile("(?m)^  ([A-Z_]+)(?: at (?:sequence (\\d+))?[^:]*)?: ");
    private static final Pattern IN_FAILURE = Pattern.compile("(?m)^at (?:sequence (\\d+))?[^:]*: |^.+$");

    List<String> faults() {
        Stream<String> faults = switch (format) {
            case TEXT -> IN_TEXT.matcher(report).results().map(found -> found.group(1) + "@" + found.group(2));
            case JSON -> elements(json(report).get("faults")).map(fault -> kindAt(fault.get("kind"), fault));
            case JSONL -> lines("fault").map(fault -> kindAt(fault.get("kind"), fault));
            case JUNIT -> elements("failure").flatMap(Told::ofFailure);
            case SARIF ->
                elements(run().get("results"))
                        .filter(result -> result.get("level").textValue().equals("error"))
                        .map(result -> kindAt(result.get("ruleId"), result.get("properties")));
        };
        return faults.sorted().toList();
    }

    String verdict() {
        return switch (format) {
            case TEXT -> report.substring(0, report.indexOf(':'));
            case JSON -> json(report).get("verdict").textValue();
            case JSONL -> json(report.lines().toList().getLast()).get("verdict").textValue();
            case JUNIT ->
                elements("property")
                        .filter(property -> property.getAttribute("name").equals("verdict"))
                        .map(property -> property.getAttribute("value"))
                        .findFirst()
                        .orElseThrow();
            case SARIF -> run().get("properties").get("verdict").textValue();
        };
    }

    /** The lines of a stream that are of this type. */
    Stream<JsonNode> lines(String type) {
        return report.lines()
                .map(Told::json)
                .filter(line -> line.get("type").textValue().equals(type));
    }

    /** What each line of a stream is. */
    List<String> types() {
        return report.lines().map(line -> json(line).get("type").textValue()).toList();
    }

    Stream<Element> elements(String name) {
        NodeList found = document().getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private JsonNode run() {
        return json(report).get("runs").get(0);
    }

    private static Stream<String> ofFailure(Element failure) {
        return IN_FAILURE
                .matcher(failure.getTextContent())
                .results()
                .filter(line -> !line.group().startsWith("and "))
                .map((MatchResult line) -> failure.getAttribute("type") + "@" + line.group(1))
                .distinct();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String kindAt(JsonNode kind, JsonNode fault) {
        return kind.textValue() + "@" + fault.get("sequence");
    }

    private static JsonNode json(String text) {
        try {
            return StrictJson.object(text);
        } catch (InvalidJsonException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(report)));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + report, e);
        }
    }
}
