package io.sealstream.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.Verdict;
import io.sealstream.verifier.explain.Explanations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/schemas/sarif-schema-2.1.0.json"));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(text, InputFormat.JSON);
    }

    static Stream<Report> reports() {
        return Stream.of(
                Reports.verified(null),
                Reports.unreadable(),
                Reports.withReason(Verdict.UNANCHORED, "no --checkpoint was given"),
                Reports.tampered(Reports.many(5_000)),
                Reports.tampered(Reports.fault(FaultKind.INVALID, 1, "event_id \"\u0000\u001b[2J\u202e\"")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWhatTheStandardSays(Report report) {
        assertThat(schema.validate(ReportFormat.SARIF.render(report), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aReportThatIsNoneIsToldFromOne() {
        assertThat(schema.validate("{\"version\":\"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aFaultIsAResultAtItsRecord() throws InvalidJsonException {
        JsonNode run = run(Reports.tampered(Reports.fault(FaultKind.PAYLOAD_MISMATCH, 16, "another payload")));

        JsonNode result = run.get("results").get(0);
        assertThat(result.get("ruleId").textValue()).isEqualTo("PAYLOAD_MISMATCH");
        assertThat(result.get("level").textValue()).isEqualTo("error");
        JsonNode location = result.get("locations").get(0);
        assertThat(location.at("/physicalLocation/artifactLocation/uri").textValue())
                .isEqualTo("payments.sealed");
        assertThat(location.at("/physicalLocation/region/startLine").longValue())
                .isOne();
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").textValue())
                .isEqualTo("payments/16");
        assertThat(result.at("/properties/offset").longValue()).isEqualTo(19);
        assertThat(run.get("results").get(1).get("level").textValue()).isEqualTo("warning");
    }

    @Test
    void rulesExplainThemselves() throws InvalidJsonException {
        JsonNode run = run(Reports.tampered(Reports.fault(FaultKind.PAYLOAD_MISMATCH, 16, "another payload")));

        JsonNode rules = run.at("/tool/driver/rules");
        JsonNode rule = rules.get(run.at("/results/0/ruleIndex").intValue());
        assertThat(rule.get("id").textValue()).isEqualTo("PAYLOAD_MISMATCH");
        assertThat(rule.at("/help/text").textValue())
                .isEqualTo(Explanations.load().require("PAYLOAD_MISMATCH").text());
    }

    @Test
    void whatIsLeftOutIsSaid() throws InvalidJsonException {
        JsonNode run = run(Reports.tampered(Reports.many(5_000)));

        assertThat(run.get("results")).hasSize(1_001);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .textValue())
                .startsWith("Of 5,000 faults, 1,000 are results");
    }

    @Test
    void aRunThatDidNotGetToItsEndWasNotSuccessful() throws InvalidJsonException {
        JsonNode invocation = run(Reports.unreadable()).at("/invocations/0");

        assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").textValue())
                .isEqualTo("no broker answered in time");
    }

    @Test
    void whatALedgerHoldsIsNoLinkAndNoPlaceholder() throws InvalidJsonException {
        Report report = Reports.tampered(
                Reports.fault(FaultKind.INVALID, 1, "event_id \"[see](https://evil) {0} \\\" is reserved"));

        assertThat(run(report).at("/results/0/message/text").textValue())
                .isEqualTo("at sequence 1, offset 4: event_id \"\\[see\\](https://evil) {{0}} \\\\\" is reserved"
                        + "; expected aa; found bb");
    }

    @Test
    void whatWentWrongIsNoLinkEither() throws InvalidJsonException {
        JsonNode run = run(Reports.withReason(Verdict.INCOMPLETE, "topic [a](b)"));

        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .textValue())
                .isEqualTo("topic \\[a\\](b)");
    }

    @ParameterizedTest
    @CsvSource({
        "payments.jsonl, payments.jsonl",
        "/var/my ledgers/ä.jsonl, /var/my%20ledgers/%C3%A4.jsonl",
        "a:b.jsonl, ./a:b.jsonl"
    })
    void aFileIsNamedAsAReference(String file, String uri) {
        assertThat(Source.file(file).uri()).isEqualTo(uri);
    }

    private static JsonNode run(Report report) throws InvalidJsonException {
        return StrictJson.object(ReportFormat.SARIF.render(report)).at("/runs/0");
    }
}
