package io.sealstream.command;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options by which a command finds Kafka; a picocli mixin. */
public final class ConnectionOptions implements Configured {
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, separated by commas (bootstrap.servers).")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, as Kafka's own tools take them: security, for example.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; SEALSTREAM_... environment variables go over it, flags over both.")
    private @Nullable Path config;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to wait for an answer: 500ms, 30s, 5m (timeout.ms; by default 30s).")
    private @Nullable Duration timeout;

    private String address = "";

    /** The layers of a command that has keys of its own, to which it adds its flags: pass the result to {@link #load}. */
    public ConfigLayers layers(ConfigDef definition) {
        return new ConfigLayers(definition)
                .clientFile(commandConfig)
                .file(config)
                .environment(System.getenv())
                .flag(ConnectionConfig.BOOTSTRAP_SERVERS, "--bootstrap-server", bootstrapServer)
                .flag(ConnectionConfig.TIMEOUT_MS, "--timeout", timeout == null ? null : timeout.toMillis());
    }

    /** Checks the layers, and remembers the address for messages. */
    public LayeredConfig load(ConfigLayers layers) {
        LayeredConfig loaded = layers.load();
        address = loaded.connection().bootstrapServers();
        return loaded;
    }

    /** The connection of a command that has no keys of its own. */
    public ConnectionSettings connection() {
        return load(layers()).connection();
    }

    /** The layers of a command that has no keys of its own. */
    @Override
    public ConfigLayers layers() {
        return layers(ConnectionConfig.define());
    }

    /** As the file of {@code --command-config} is given to Kafka's own tools, with a blank before it, or empty. */
    public String toolOption() {
        return commandConfig == null ? "" : " --command-config " + commandConfig;
    }

    /** The address that the command connects to, or empty where it has none; the options may be a mixin of a mixin. */
    static String addressOf(CommandSpec command) {
        return command.mixins().values().stream()
                .map(mixin ->
                        mixin.userObject() instanceof ConnectionOptions options ? options.address : addressOf(mixin))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }
}
