package io.sealstream.sealer;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.reader.LedgerKey;
import java.util.Map;
import java.util.Properties;

/** What the sealer tells Kafka Streams, for a comparison. It lies here because nobody else is to know it. */
public final class SealerSettings {
    private SealerSettings() {}

    /** Of a sealer of which nothing is set but what has to be. */
    public static Properties ofStreams() {
        ConfigLayers layers = new ConfigLayers(SealerConfig.define())
                .flag(LedgerKey.LEDGER, "--ledger", "any")
                .flag(ConnectionConfig.BOOTSTRAP_SERVERS, "--bootstrap-server", "localhost:9092");
        return StreamsConfiguration.of(SealerConfig.of(layers.load()), 1, Map.of());
    }
}
