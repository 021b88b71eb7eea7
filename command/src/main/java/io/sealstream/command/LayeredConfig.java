package io.sealstream.command;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Configuration that was read from its layers and found sound: a properties file, {@code SEALSTREAM_} environment
 * variables over it, flags over both. See {@link ConfigLayers}.
 */
public final class LayeredConfig {
    private final AbstractConfig settings;
    private final Map<String, String> passThrough;

    LayeredConfig(ConfigDef definition, Map<String, String> values, Map<String, String> passThrough) {
        this.settings = new AbstractConfig(definition, values, false);
        this.passThrough = Map.copyOf(passThrough);
    }

    /** The values by their keys, as Kafka's ConfigDef typed them. */
    public AbstractConfig settings() {
        return settings;
    }

    /** The value of a key of type LONG or INT whose name ends in {@code .ms}. */
    public Duration duration(String key) {
        return Duration.ofMillis(
                settings.typeOf(key) == ConfigDef.Type.INT ? settings.getInt(key) : settings.getLong(key));
    }

    /** What goes to Kafka's clients, without the prefix {@code kafka.}; none of it is guarded. */
    public Map<String, String> passThrough() {
        return passThrough;
    }

    /** For a definition that {@link ConnectionConfig#define} made. */
    public ConnectionSettings connection() {
        return new ConnectionSettings(
                String.join(",", settings.getList(ConnectionConfig.BOOTSTRAP_SERVERS)),
                duration(ConnectionConfig.TIMEOUT_MS),
                passThrough);
    }
}
