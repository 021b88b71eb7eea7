package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.StrictJson;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final Machine MACHINE = new Machine(2, "a processor", 4_096, "an OS", "ext4", "a JVM", "4.3.1");

    private final Results results = results();

    private static Results results() {
        List<Figure> figures = List.of(
                Transactions.P50,
                Transactions.P99,
                SealingLatency.p50(100),
                SealingLatency.p99(100),
                SealingLatency.p50(1_000),
                SealingLatency.p99(1_000));
        Results results = new Results(figures);
        results.add(Map.of(Transactions.P50, 2.0, Transactions.P99, 10.0));
        results.add(Map.of(SealingLatency.p50(100), 3.0, SealingLatency.p99(100), 12.345));
        results.add(Map.of(SealingLatency.p50(1_000), 5.0, SealingLatency.p99(1_000), 1_234.5));
        return results;
    }

    @Test
    void theTableHasALineForEachFigure() {
        String table = Table.of(MACHINE, results);

        assertThat(table.lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "2 cores of a processor, 4,096 MiB, an OS, ext4, a JVM, Kafka 4.3.1",
                        "transaction.p50 2.0 ms 2.0",
                        "latency.100.p99 12.3 ms transaction.p99 1.23 12.3",
                        "latency.1000.p99 1,235 ms transaction.p99 123.45 1,235");
    }

    @Test
    void theJsonHasTheMembersThatAreDocumented() throws Exception {
        var json = StrictJson.object(JsonResults.of(MACHINE, results).strip());

        assertThat(json.path("machine"))
                .hasToString("{\"cores\":2,\"processor\":\"a processor\",\"memory_mib\":4096,\"system\":\"an OS\","
                        + "\"file_system\":\"ext4\",\"java\":\"a JVM\",\"kafka\":\"4.3.1\"}");
        assertThat(json.path("results").path(0))
                .hasToString(
                        "{\"name\":\"transaction.p50\",\"value\":2.0,\"unit\":\"ms\",\"floor\":null,\"ratio\":null,"
                                + "\"runs\":[2.0]}");
        assertThat(json.path("results").path(2))
                .hasToString(
                        "{\"name\":\"latency.100.p50\",\"value\":3.0,\"unit\":\"ms\",\"floor\":\"transaction.p50\","
                                + "\"ratio\":1.5,\"runs\":[3.0]}");
    }

    @Test
    void thereIsNoPlotWhereNoLatencyWasMeasured() {
        assertThat(new LatencyPlot(results, List.of(10_000)).isEmpty()).isTrue();
    }

    @Test
    void thePlotIsSvgWithACurveForEachPercentile() throws Exception {
        String svg = new LatencyPlot(results, List.of(100, 1_000, 10_000)).svg();

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(document.getDocumentElement().getTextContent())
                .contains("100/s", "1,000/s", "transaction.p50", "transaction.p99")
                .doesNotContain("10,000/s");
    }
}
