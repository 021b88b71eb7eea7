package io.sealstream.verifier;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.Patience;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds a ledger in Kafka; a picocli mixin. */
final class LedgerOptions implements Configured {
    @Option(
            names = "--ledger",
            paramLabel = "NAME",
            description = "The ledger, whose topics are NAME.sealed and so on.")
    private @Nullable String ledger;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /** Where the ledger is, as flags, environment and files say. */
    LedgerAddress address() {
        return address(load(layers()));
    }

    /** The layers of a command that has keys of its own, to which it adds its flags: pass the result to {@link #load}. */
    ConfigLayers layers(UnaryOperator<ConfigDef> own) {
        return connection
                .layers(own.apply(LedgerKey.define(ConnectionConfig.define())))
                .flag(LedgerKey.LEDGER, "--ledger", ledger);
    }

    /** Checks the layers. */
    LayeredConfig load(ConfigLayers layers) {
        return connection.load(layers);
    }

    LedgerAddress address(LayeredConfig config) {
        ConnectionSettings settings = config.connection();
        return new LedgerAddress(
                new KafkaConnection(settings.clientProperties()),
                new LedgerTopicNames(config.settings().getString(LedgerKey.LEDGER)),
                Patience.ofStall(settings.timeout()));
    }

    @Override
    public ConfigLayers layers() {
        return layers(UnaryOperator.identity());
    }
}
