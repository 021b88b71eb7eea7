package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
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
}
