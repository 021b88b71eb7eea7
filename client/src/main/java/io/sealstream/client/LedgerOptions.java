package io.sealstream.client;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.io.IOException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds its ledger; a picocli mixin. */
final class LedgerOptions implements Configured {
    private static final String LEDGER = "ledger";

    @Option(names = "--ledger", paramLabel = "NAME", description = "The ledger's name (ledger).")
    private @Nullable String ledger;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    /** Connects, and reads the genesis. */
    LedgerClient open() throws IOException {
        LayeredConfig config = connection.load(layers());
        ConnectionSettings settings = config.connection();
        return LedgerClient.open(
                new KafkaConnection(settings.clientProperties()),
                new LedgerTopicNames(config.settings().getString(LEDGER)),
                ClientSettings.DEFAULT.withTimeout(settings.timeout()));
    }

    @Override
    public ConfigLayers layers() {
        return connection.layers(definition()).flag(LEDGER, "--ledger", ledger);
    }

    private static ConfigDef definition() {
        return ConnectionConfig.define()
                .define(
                        LEDGER,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                LedgerOptions::requireName, () -> "1 to 240 of A-Z a-z 0-9 . _ -"),
                        ConfigDef.Importance.HIGH,
                        "The ledger's name.");
    }

    private static void requireName(String key, Object value) {
        try {
            var unused = new LedgerTopicNames(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }
}
