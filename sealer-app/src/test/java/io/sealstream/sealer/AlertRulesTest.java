package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.command.InstalledPrograms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts are right by their own tests, which are about these alerts. */
class AlertRulesTest {
    @Test
    void fireWhenTheyShould() throws Exception {
        assumeTrue(InstalledPrograms.has("promtool"), "promtool, which comes with Prometheus, is not installed");

        Process promtool = new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
                .directory(OperationsFiles.PROMETHEUS.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void areTestedAsTheyStandThere() throws Exception {
        JsonNode alerts = OperationsFiles.alerts();
        JsonNode tests = OperationsFiles.alertTests();

        assertThat(firing(tests)).containsExactlyInAnyOrderElementsOf(Set.copyOf(texts(alerts, "alert")));
        assertThat(texts(tests, "alertname")).isSubsetOf(texts(alerts, "alert"));
        assertThat(texts(tests, "description")).isSubsetOf(texts(alerts, "description"));
        assertThat(texts(tests, "runbook")).isSubsetOf(texts(alerts, "runbook"));
    }

    /** The alerts of which a test expects that they fire. */
    private static Set<String> firing(JsonNode tests) {
        return tests.findValues("alert_rule_test").stream()
                .flatMap(JsonNode::valueStream)
                .filter(test -> !test.path("exp_alerts").isEmpty())
                .map(test -> test.path("alertname").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode file, String member) {
        return file.findValuesAsText(member);
    }
}
