package io.sealstream.verifier;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.Patience;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds a ledger in Kafka; a picocli mixin. */
final class LedgerOptions implements Configured {
    static final String LEDGER = "ledger";

    @Option(
            names = "--ledger",
            paramLabel = "NAME",
            description = "The ledger, whose topics are NAME.sealed and so on.")
    private @Nullable String ledger;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /** Where the ledger is, as flags, environment and files say. */
    LedgerAddress address() {
        LayeredConfig config = connection.load(layers());
        ConnectionSettings settings = config.connection();
        return new LedgerAddress(
                new KafkaConnection(settings.clientProperties()),
                new LedgerTopicNames(config.settings().getString(LEDGER)),
                Patience.ofStall(settings.timeout()));
    }

    @Override
    public ConfigLayers layers() {
        return connection
                .layers(definition(ConfigDef.NO_DEFAULT_VALUE, "The ledger's name."))
                .flag(LEDGER, "--ledger", ledger);
    }

    /** @param whenNone {@link ConfigDef#NO_DEFAULT_VALUE}, or null for a command that can do without */
    static ConfigDef definition(@Nullable Object whenNone, String documentation) {
        return ConnectionConfig.define()
                .define(
                        LEDGER,
                        ConfigDef.Type.STRING,
                        whenNone,
                        ConfigDef.LambdaValidator.with(
                                LedgerOptions::requireName, () -> "1 to 240 of A-Z a-z 0-9 . _ -"),
                        ConfigDef.Importance.HIGH,
                        documentation);
    }

    private static void requireName(String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            LedgerTopicNames unused = new LedgerTopicNames(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key, value, e.getMessage());
        }
    }
}
