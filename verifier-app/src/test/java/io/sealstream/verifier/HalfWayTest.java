package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Payload;
import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalBroker;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that stops while a ledger is read. */
class HalfWayTest {
    private static final long SEED = 20_261_120;
    private static final int LARGE = 900_000;
    private static final int EVENTS = 40;

    @TempDir
    private Path directory;

    @Test
    void aBrokerThatStopsHalfWayIsIncomplete() throws Exception {
        try (CuttableLine line = new CuttableLine();
                LocalBroker broker = LocalBroker.start(directory, settings(line))) {
            line.leadTo(broker.bootstrapServers());
            KafkaLedger ledger = KafkaLedger.create(broker.bootstrapServers(), 0);
            addLargeEvents(ledger.values());
            ledger.writeSealed(ledger.values().records());
            line.cutAfter(EVENTS / 2L * LARGE);

            Cli.Ended ended = Cli.verify(ledger.where(), "--timeout", "3s");

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.verdict()).isEqualTo("INCOMPLETE");
            assertThat(ended.json().get("size").longValue()).isBetween(1L, EVENTS + 1L);
            assertThat(ended.reasons())
                    .singleElement()
                    .asString()
                    .contains(ledger.names().sealed(), "was read up to offset");
        }
    }

    /** Its clients come through {@code line}. */
    private static BrokerSettings settings(CuttableLine line) {
        return BrokerSettings.defaults().with("advertised.listeners", "PLAINTEXT://" + line.address());
    }

    /** Larger than what a client fetches ahead; random, since what is compressed is short. */
    private static void addLargeEvents(TestLedger ledger) {
        Random random = new Random(SEED);
        for (int i = 0; i < EVENTS; i++) {
            byte[] payload = new byte[LARGE];
            random.nextBytes(payload);
            ledger.seal(
                    TestKeys.PRODUCER,
                    TestLedger.event("large-" + i, "test.happened", Payload.inline(Bytes.wrap(payload))));
        }
    }
}
