package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    @TempDir
    Path directory;

    @Test
    void goesOnWhenTheBrokerIsBack() throws Exception {
        Path data = directory.resolve("broker");
        LocalBroker first = LocalBroker.start(data, TestBroker.settings());
        try (TrialLedger before = new TrialLedger("outage", first.bootstrapServers(), directory.resolve("ledger"))) {
            Submitter submitter = before.submitter(before.init().eventHash());
            RunningSealer sealer = before.start().awaitHealthy();
            submitter.addProducer();
            before.outcomes().awaitSealed("producer-added");

            first.close();
            sealer.awaitNotReady();
            try (LocalBroker again = LocalBroker.start(data, TestBroker.settings())) {
                assertThat(again.bootstrapServers()).isEqualTo(first.bootstrapServers());
                submitter.submit("after");
                before.outcomes().awaitSealed("after");
                sealer.awaitHealthy();
                Audit.requireWhole(before);
                sealer.close();
            }
        }
    }

    @Test
    void endsCleanlyOnSigtermWhileTheBrokerIsAway() throws Exception {
        LocalBroker broker = LocalBroker.start(directory.resolve("broker"), TestBroker.settings());
        try (TrialLedger ledger = new TrialLedger("outage", broker.bootstrapServers(), directory.resolve("ledger"))) {
            ledger.submitter(ledger.init().eventHash()).addProducer();
            SealerProcess sealer = ledger.startProcess().awaitHealthy();
            ledger.outcomes().awaitSealed("producer-added");
            broker.close();
            await().atMost(TrialLedger.PATIENCE).until(() -> !sealer.health().isReady());

            sealer.terminate();

            assertThat(sealer.awaitExit(Duration.ofSeconds(10))).isZero();
            assertThat(sealer.log()).contains("STOPPED");
        }
    }
}
