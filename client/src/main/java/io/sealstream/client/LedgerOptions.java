package io.sealstream.client;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerTopicNames;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds its ledger; a picocli mixin. */
final class LedgerOptions implements Configured {
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
                new LedgerTopicNames(config.settings().getString(LedgerKey.LEDGER)),
                ClientSettings.DEFAULT.withTimeout(settings.timeout()));
    }

    @Override
    public ConfigLayers layers() {
        return connection
                .layers(LedgerKey.define(ConnectionConfig.define()))
                .flag(LedgerKey.LEDGER, "--ledger", ledger);
    }
}
