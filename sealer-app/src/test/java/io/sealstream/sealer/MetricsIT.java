package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.event.SealedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class MetricsIT {
    @Test
    void tellsWhatASealerDoes(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();
        Health health = ledger.start().awaitHealthy().health();
        Submitter submitter = ledger.submitter(genesis.eventHash()).addProducer();
        submitter.submit("a");
        submitter.submit("a");
        submitter.submit(null, new byte[1]);

        await().atMost(TrialLedger.PATIENCE).untilAsserted(() -> {
            Scrape seen = Scrape.of(health);
            assertThat(seen.value("ledger_events_appended_total")).isEqualTo(2);
            assertThat(seen.value("ledger_events_rejected_total", "reason=\"DUPLICATE\""))
                    .isEqualTo(1);
            assertThat(seen.value("ledger_events_rejected_total", "reason=\"MALFORMED\""))
                    .isEqualTo(1);
            assertThat(seen.value("ledger_intake_lag_offsets")).isZero();
            assertThat(seen.value("ledger_follower_lag_offsets")).isZero();
        });

        Scrape seen = Scrape.of(health);
        assertThat(seen.value("ledger_seal_latency_seconds_count")).isEqualTo(2);
        assertThat(seen.value("ledger_seal_latency_seconds_bucket", "le=\"60.0\""))
                .isEqualTo(2);
        assertThat(seen.value("ledger_head_sequence")).isEqualTo(2);
        assertThat(seen.value("ledger_state", "state=\"HEALTHY\"")).isEqualTo(1);
        assertThat(seen.value("ledger_state", "state=\"DEGRADED\"")).isZero();
        assertThat(seen.value("ledger_startup_checks_total", "result=\"passed\""))
                .isEqualTo(1);
        assertThat(seen.value("ledger_intake_skipped_total")).isZero();
        assertThat(seen.value(
                        "ledger_open_transaction_age_seconds",
                        "topic=\"" + ledger.names().sealed() + "\""))
                .isZero();
        assertThat(seen.value("sealstream_build_info", "version=")).isEqualTo(1);
        assertThat(seen.series().keySet())
                .allMatch(series -> series.contains("ledger=\"" + ledger.names().ledger() + "\""));
    }

    @Test
    void speaksOpenMetricsToWhoeverAsksForIt(TrialLedger ledger) throws Exception {
        ledger.init();
        Health health = ledger.start().health();

        Health.Answer answer =
                health.accepting("/metrics", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body())
                .contains("# TYPE ledger_events_appended counter")
                .endsWith("# EOF\n");
        assertThat(health.get("/metrics/nonsense").code()).isEqualTo(404);
        assertThat(health.send("POST", "/metrics").code()).isEqualTo(405);
        assertThat(health.send("HEAD", "/metrics")).isEqualTo(new Health.Answer(200, ""));
    }
}
