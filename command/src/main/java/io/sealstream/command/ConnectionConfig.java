package io.sealstream.command;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/** The configuration keys that every command has. */
public final class ConnectionConfig {
    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String TIMEOUT_MS = "timeout.ms";

    private static final long DEFAULT_TIMEOUT_MS = 30_000;

    /** Half of it must be a time too. */
    private static final long MIN_TIMEOUT_MS = 2;

    /** Kafka's clients take an int. */
    private static final long MAX_TIMEOUT_MS = Duration.ofDays(24).toMillis();

    private ConnectionConfig() {}

    /** A new definition with these keys, to which a command adds its own. */
    public static ConfigDef define() {
        return new ConfigDef()
                .define(
                        BOOTSTRAP_SERVERS,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                ConnectionConfig::requireAddresses, () -> "host:port, several separated by commas"),
                        Importance.HIGH,
                        "Addresses of Kafka brokers, host:port, separated by commas.")
                .define(
                        TIMEOUT_MS,
                        ConfigDef.Type.LONG,
                        DEFAULT_TIMEOUT_MS,
                        ConfigDef.LambdaValidator.with(ConnectionConfig::requireTimeout, () -> "2 ms to 24 days"),
                        Importance.MEDIUM,
                        "How long to wait for an answer, in milliseconds.");
    }

    private static void requireTimeout(String key, Object value) {
        if (!(value instanceof Long ms) || ms < MIN_TIMEOUT_MS || ms > MAX_TIMEOUT_MS) {
            throw new ConfigException("give " + MIN_TIMEOUT_MS + " ms to 24 days, which are " + MAX_TIMEOUT_MS + " ms");
        }
    }

    private static void requireAddresses(String key, Object value) {
        List<?> addresses = value instanceof List<?> list ? list : List.of();
        boolean sound = !addresses.isEmpty()
                && addresses.stream()
                        .map(String::valueOf)
                        .allMatch(address -> Utils.getHost(address) != null && Utils.getPort(address) != null);
        if (!sound) {
            throw new ConfigException("each address is host:port, several are separated by commas");
        }
    }
}
