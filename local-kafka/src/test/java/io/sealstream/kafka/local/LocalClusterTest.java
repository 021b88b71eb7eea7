package io.sealstream.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {

    @TempDir
    Path directory;

    @Test
    void aKilledBrokerServesWhatItAcknowledgedWhenItStartsAgain() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory, 1, BrokerSettings.defaults())) {
            Probe probe = new Probe(cluster.bootstrapServers());
            probe.createTopic(Map.of());
            probe.write("key", "one");

            cluster.broker(1).kill();
            cluster.broker(1).start();
            cluster.awaitReady();

            probe.expect("one");
        }
    }

    @Test
    void aPausedBrokerGoesOn() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory, 1, BrokerSettings.defaults())) {
            BrokerProcess broker = cluster.broker(1);
            broker.pause();
            assertThat(Readiness.clusterSize(broker.address())).isZero();

            broker.resume();

            cluster.awaitReady();
        }
    }

    @Test
    void threeBrokersServeWithoutOne() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory, 3, BrokerSettings.defaults())) {
            Probe probe = new Probe(cluster.bootstrapServers());
            probe.createTopic(Map.of());
            probe.write("key", "one");

            cluster.broker(1).kill();
            probe.write("key", "two");

            probe.expect("one", "two");
            cluster.broker(1).start();
            cluster.awaitReady();
        }
    }

    @Test
    void aStoppedBrokerStartsAgainWithWhatItHad() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory, 1, BrokerSettings.defaults())) {
            Probe probe = new Probe(cluster.bootstrapServers());
            probe.createTopic(Map.of());
            probe.write("key", "one");

            cluster.broker(1).stop();
            assertThat(cluster.broker(1).isAlive()).isFalse();
            cluster.broker(1).start();
            cluster.awaitReady();

            probe.expect("one");
        }
    }

    @Test
    void namesTheLogOfABrokerThatEnds() {
        BrokerSettings settings = BrokerSettings.defaults().with("num.io.threads", "0");

        assertThatThrownBy(() -> LocalCluster.start(directory, 1, settings))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("broker.log");
    }
}
