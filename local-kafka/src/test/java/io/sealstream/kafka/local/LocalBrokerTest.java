package io.sealstream.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

    @TempDir
    Path directory;

    @Test
    void keepsItsAddressAndItsRecordsOverARestart() throws Exception {
        String address;
        try (LocalBroker broker = LocalBroker.start(directory)) {
            address = broker.bootstrapServers();
            Probe probe = new Probe(address);
            probe.createTopic(Map.of());
            probe.write("key", "one", "two");
        }

        try (LocalBroker again = LocalBroker.start(directory)) {
            assertThat(again.bootstrapServers()).isEqualTo(address);
            new Probe(address).expect("one", "two");
        }
    }

    @Test
    void namesAPortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Loopback.address())) {
            BrokerSettings settings = BrokerSettings.defaults().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> LocalBroker.start(directory, settings))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void namesWhatKafkaRefuses() {
        BrokerSettings settings = BrokerSettings.defaults().with("num.io.threads", "0");

        assertThatThrownBy(() -> LocalBroker.start(directory, settings)).hasMessageContaining("num.io.threads");
    }

    @Test
    void refusesADirectoryInUse() throws Exception {
        try (LocalBroker running = LocalBroker.start(directory)) {
            assertThatThrownBy(() -> LocalBroker.start(directory))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("another broker is running on " + directory);
            new Probe(running.bootstrapServers()).createTopic(Map.of());
        }
    }

    @Test
    void tellsOfAFatalFaultAndLetsTheJvmLive() {
        try (LocalBroker broker = LocalBroker.start(directory)) {
            assertThatThrownBy(() -> Exit.halt(1, "the disk is full")).isInstanceOf(IllegalStateException.class);

            assertThat(broker.fatalFault()).isCompletedWithValueMatching(fault -> fault.endsWith("the disk is full"));
        }
    }
}
