package io.sealstream.sealer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators get besides the programs: dashboard, alerts and their manual. */
final class OperationsFiles {
    private static final Path ROOT = Path.of("..");
    static final Path PROMETHEUS = ROOT.resolve("ops/prometheus");
    private static final Path MANUAL = ROOT.resolve("docs/operations.md");

    private OperationsFiles() {}

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(ROOT.resolve("ops/grafana/sealstream.json").toFile());
    }

    static JsonNode alerts() throws IOException {
        return new YAMLMapper().readTree(PROMETHEUS.resolve("alerts.yml").toFile());
    }

    static JsonNode alertTests() throws IOException {
        return new YAMLMapper().readTree(PROMETHEUS.resolve("alerts.test.yml").toFile());
    }

    /** The metrics that {@code file} names. */
    static Set<String> metrics(JsonNode file) {
        return Stream.of("expr", "query")
                .flatMap(member -> file.findValues(member).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(query -> !query.equals("prometheus"))
                .flatMap(query -> PromQl.metrics(query).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics of a sealer's own that the manual's tables list; a gateway's begin otherwise. */
    static Set<String> documentedMetrics() throws IOException {
        return Pattern.compile("(?m)^\\| `((?:ledger|sealstream)_(?!gateway_)\\w+)")
                .matcher(Files.readString(MANUAL))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** Where links to sections of the manual can lead, as GitHub makes their names. */
    static List<String> anchors() throws IOException {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Files.readString(MANUAL))
                .results()
                .map(OperationsFiles::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return "docs/operations.md#"
                + heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-');
    }
}
