package io.sealstream.verifier;

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
import picocli.CommandLine.Option;

/** The option by which a command finds a ledger in Kafka; a picocli mixin. */
final class LedgerOptions {
    static final String LEDGER = "ledger";

    @Option(
            names = "--ledger",
            paramLabel = "NAME",
            description = "The ledger, whose topics are NAME.sealed and so on.")
    private @Nullable String ledger;

    /** Where the ledger is, as flags, environment and files say. */
    LedgerAddress address(ConnectionOptions connection) {
        LayeredConfig config = connection.load(connection.layers(definition()).flag(LEDGER, "--ledger", ledger));
        ConnectionSettings settings = config.connection();
        return new LedgerAddress(
                new KafkaConnection(settings.clientProperties()),
                new LedgerTopicNames(config.settings().getString(LEDGER)),
                Patience.ofStall(settings.timeout()));
    }

    private static ConfigDef definition() {
        return ConnectionConfig.define()
                .define(
                        LEDGER,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        LedgerOptions::requireName,
                        ConfigDef.Importance.HIGH,
                        "The ledger's name.");
    }

    private static void requireName(String key, @Nullable Object value) {
        try {
            LedgerTopicNames unused = new LedgerTopicNames(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key, value, e.getMessage());
        }
    }
}
