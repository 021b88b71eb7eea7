package io.sealstream.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedCompactionTest {

    @TempDir
    Path directory;

    @Test
    void leavesTheLastValueOfAKeyAndTheTopicsSettings() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory)) {
            Probe probe = new Probe(broker.bootstrapServers());
            probe.createTopic(Map.of("cleanup.policy", "compact", "segment.ms", "86400000"));
            probe.write("key", "one", "two");
            Map<ConfigResource, Config> before = configuration(broker);

            ForcedCompaction.run(broker.bootstrapServers(), broker.logDirectory(), Probe.PARTITION);

            probe.expect("two");
            assertThat(configuration(broker)).isEqualTo(before);
        }
    }

    private static Map<ConfigResource, Config> configuration(LocalBroker broker) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Probe.PARTITION.topic());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeConfigs(List.of(topic)).all().get();
        }
    }
}
