package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.event.SealedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class HealthIT {
    @Test
    void tellsWhatIsSealed(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();
        Health health = ledger.start().awaitHealthy().health();
        ledger.submitter(genesis.eventHash()).addProducer();
        SealedEvent added = ledger.outcomes().awaitSealedCount(2);

        await().atMost(TrialLedger.PATIENCE)
                .until(() -> health.report().required("last_sequence").longValue() == 1);

        JsonNode report = health.report();
        assertThat(report.required("state").textValue()).isEqualTo("HEALTHY");
        assertThat(report.required("ledger").textValue())
                .isEqualTo(ledger.names().ledger());
        assertThat(report.required("head").textValue())
                .isEqualTo(added.eventHash().hex());
        assertThat(report.required("sealed_at").longValue()).isEqualTo(added.sealedAtMs());
        assertThat(report.required("startup_check").textValue()).isEqualTo("tail");
        assertThat(report.required("fault").isNull()).isTrue();
        assertThat(report.required("waiting_for").isNull()).isTrue();
    }

    @Test
    void answersProbes(TrialLedger ledger) throws Exception {
        ledger.init();
        Health health = ledger.start().awaitHealthy().health();

        assertThat(health.get("/health/live").code()).isEqualTo(200);
        assertThat(health.get("/health/ready").code()).isEqualTo(200);
        assertThat(health.send("HEAD", "/health/ready")).isEqualTo(new Health.Answer(200, ""));
        assertThat(health.get("/health/nonsense").code()).isEqualTo(404);
        assertThat(health.send("POST", "/health").code()).isEqualTo(405);
    }

    @Test
    void isAliveButNotReadyWhileSomeonesTransactionIsInTheWay(TrialLedger ledger) throws Exception {
        ledger.init();
        ForeignWriter writer = ledger.foreignWriter();
        writer.leaveOpen(ledger.names().sealed());

        RunningSealer sealer = ledger.start();

        assertThat(sealer.health().state()).isEqualTo("STARTING");
        assertThat(sealer.health().get("/health/ready").code()).isEqualTo(503);
        assertThat(sealer.health().get("/health/live").code()).isEqualTo(200);
        assertThat(sealer.health().report().required("waiting_for").textValue())
                .contains(ledger.names().sealed());
        writer.abort();
        assertThat(sealer.awaitHealthy().health().isReady()).isTrue();
    }

    @Test
    void namesATransactionBeforeWhichTheHeadCannotBeRestored(TrialLedger ledger) throws Exception {
        ledger.init();
        ledger.start().awaitHealthy().close();
        ForeignWriter writer = ledger.foreignWriter();
        writer.leaveOpen(ledger.names().headChangelog());

        RunningSealer sealer = ledger.start();

        Health health = sealer.health();
        await().atMost(TrialLedger.PATIENCE)
                .until(() -> !health.report().required("open_transaction").isNull());
        assertThat(health.report()
                        .required("open_transaction")
                        .required("topic")
                        .textValue())
                .isEqualTo(ledger.names().headChangelog());
        assertThat(health.report().required("waiting_for").textValue())
                .startsWith("restoring the head from " + ledger.names().headChangelog());
        writer.abort();
        sealer.awaitHealthy();
    }

    /** It is the producers' own that brings everything to a halt, and it is named. */
    @Test
    void namesATransactionThatHasBeenInTheWayForLong(TrialLedger ledger) throws Exception {
        ledger.init();
        ForeignWriter writer = ledger.foreignWriter();
        Health health = ledger.start().awaitHealthy().health();
        writer.leaveOpen(ledger.names().intake());

        await().atMost(TrialLedger.PATIENCE)
                .until(() -> !health.report().required("open_transaction").isNull());

        JsonNode open = health.report().required("open_transaction");
        assertThat(open.required("topic").textValue()).isEqualTo(ledger.names().intake());
        assertThat(open.required("start_offset").longValue()).isZero();
        assertThat(open.required("producer_id").isIntegralNumber()).isTrue();
        assertThat(open.required("held_for_ms").longValue())
                .isGreaterThan(ledger.config().transactionTimeout().toMillis());
        assertThat(open.required("detail").textValue())
                .contains("producer id " + open.required("producer_id").longValue(), "kafka-transactions.sh", "abort");
        assertThat(Scrape.of(health)
                        .value(
                                "ledger_open_transaction_age_seconds",
                                "topic=\"" + ledger.names().intake() + '"'))
                .isPositive();
        writer.abort();
        await().atMost(TrialLedger.PATIENCE)
                .until(() -> health.report().required("open_transaction").isNull());
    }
}
