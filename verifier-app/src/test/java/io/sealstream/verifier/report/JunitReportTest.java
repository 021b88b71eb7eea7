package io.sealstream.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.Verdict;
import java.io.File;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class JunitReportTest {
    private static final String HOSTILE = "event_id \"\u0000\u001b[2J\ud800\ufffe]]>\" & <failure/>";

    static Stream<Report> reports() {
        return Stream.of(
                Reports.verified(null),
                Reports.unreadable(),
                Reports.withReason(Verdict.INCOMPLETE, "read up to offset 7 of 50"),
                Reports.tampered(Reports.many(5_000)),
                Reports.tampered(Reports.fault(FaultKind.INVALID, 1, HOSTILE)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWhatToolsTake(Report report) throws SAXException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File("src/test/resources/schemas/junit-10.xsd"));
        String xml = ReportFormat.JUNIT.render(report);

        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                .as(xml)
                .doesNotThrowAnyException();
    }

    @Test
    void aWholeLedgerHasACaseForEachCheckAndNoneThatFails() {
        String xml = ReportFormat.JUNIT.render(Reports.verified(null));

        assertThat(xml)
                .contains("<testsuite name=\"sealstream verify payments\" tests=\"37\" failures=\"0\" errors=\"0\" "
                        + "time=\"0.500\" skipped=\"2\">")
                .contains("<testcase classname=\"sealstream.verify\" name=\"PAYLOAD_MISMATCH\"/>")
                .contains("name=\"CHECKPOINT_TRUNCATED\">\n      <skipped message=\"That the tail was not cut off");
    }

    @Test
    void aFaultIsAFailureOfItsCheck() {
        String xml = ReportFormat.JUNIT.render(
                Reports.tampered(Reports.fault(FaultKind.PAYLOAD_MISMATCH, 16, "another payload")));

        assertThat(xml)
                .contains("failures=\"1\" errors=\"0\"")
                .contains("<failure type=\"PAYLOAD_MISMATCH\" message=\"1 fault, first at sequence 16, offset 19\">"
                        + "at sequence 16, offset 19: another payload; expected aa; found bb\n</failure>");
    }

    @Test
    void ofManyFaultsTheFirstAreToldAndTheRestAreCounted() {
        String xml = ReportFormat.JUNIT.render(Reports.tampered(Reports.many(5_000)));

        assertThat(xml).contains("message=\"5,000 faults, first at sequence 0, offset 3\"");
        assertThat(xml.lines().filter(line -> line.contains("; expected aa; found bb")))
                .hasSize(100);
        assertThat(xml).contains("\nand 4,900 more\n");
    }

    @Test
    void aRunThatDidNotGetToItsEndIsAnError() {
        String xml = ReportFormat.JUNIT.render(Reports.withReason(Verdict.INCOMPLETE, "read up to offset 7 of 50"));

        assertThat(xml)
                .contains("failures=\"0\" errors=\"1\"")
                .contains("<error type=\"INCOMPLETE\" message=\"read up to offset 7 of 50\">");
    }

    @Test
    void whereNothingWasReadNoCheckPasses() {
        String xml = ReportFormat.JUNIT.render(Reports.unreadable());

        assertThat(xml)
                .contains("errors=\"1\"")
                .contains("name=\"PAYLOAD_MISMATCH\">\n      <skipped message=\"No record was read.\"/>");
    }

    @Test
    void whatALedgerHoldsCannotBreakTheXml() {
        String xml = ReportFormat.JUNIT.render(Reports.tampered(Reports.fault(FaultKind.INVALID, 1, HOSTILE)));

        assertThat(xml).contains("??[2J\ufffd\ufffd]]&gt;\" &amp; &lt;failure/&gt;");
    }
}
