package io.sealstream.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The broker settings that users are given for a fast fail-over are those of the brokers here. */
class FastFailOverTest {
    @Test
    void isWhatLocalBrokersHave() throws IOException {
        Properties given = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("..", "ops", "failover", "broker.properties"))) {
            given.load(file);
        }

        Map<String, String> own = ServerProperties.ofAny(1, BrokerSettings.defaults());

        given.forEach((key, value) -> assertThat(own).containsEntry(String.valueOf(key), String.valueOf(value)));
        assertThat(given).isNotEmpty();
    }
}
