package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dashboard, alerts and manual name what a sealer has, and nothing else. */
@ExtendWith(TrialLedgers.class)
class OperationsFilesIT {
    /** Prometheus' own. */
    private static final Set<String> NOT_THE_SEALERS = Set.of("up");

    @Test
    void nameMetricsThatExist(TrialLedger ledger) throws Exception {
        Set<String> named = OperationsFiles.metrics(OperationsFiles.dashboard());
        named.addAll(OperationsFiles.metrics(OperationsFiles.alerts()));
        ledger.init();
        Health health = ledger.start().awaitHealthy().health();

        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() ->
                        assertThat(missing(named, Scrape.of(health).names())).isEmpty());

        assertThat(named).hasSizeGreaterThan(20);
        Set<String> present = Scrape.of(health).names();
        assertThat(own(present)).isEqualTo(OperationsFiles.documentedMetrics());
        assertThat(missing(Set.of("ledger_made_up_total", "ledger_ready"), present))
                .containsExactly("ledger_made_up_total");
    }

    @Test
    void leadFromEachAlertToASectionOfTheManual() throws Exception {
        List<JsonNode> links = OperationsFiles.alerts().findValues("runbook");

        assertThat(links).hasSize(OperationsFiles.alerts().findValues("alert").size());
        assertThat(links).extracting(JsonNode::textValue).isSubsetOf(OperationsFiles.anchors());
    }

    private static Set<String> missing(Set<String> named, Set<String> present) {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(present);
        missing.removeAll(NOT_THE_SEALERS);
        missing.removeIf(name -> name.startsWith("ledger_gateway_"));
        return missing;
    }

    /** Those of Sealstream itself; a histogram is one. */
    private static Set<String> own(Set<String> metrics) {
        return metrics.stream()
                .filter(name -> name.startsWith("ledger_") || name.startsWith("sealstream_"))
                .map(name -> name.replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
