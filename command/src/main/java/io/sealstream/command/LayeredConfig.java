package io.sealstream.command;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Configuration that was read from its layers and found sound: a properties file, {@code SEALSTREAM_} environment
 * variables over it, flags over both. See {@link ConfigLayers}.
 */
public final class LayeredConfig {
    private final AbstractConfig settings;
    private final Map<String, String> origins;
    private final Map<String, String> passThrough;

    /** @param origins where each value came from, in words */
    LayeredConfig(
            ConfigDef definition,
            Map<String, String> values,
            Map<String, String> origins,
            Map<String, String> passThrough) {
        this.settings = new AbstractConfig(definition, values, false);
        this.origins = Map.copyOf(origins);
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

    /** What was given under keys that begin with {@code prefix}, which the definition leaves open, by the whole keys. */
    public SortedMap<String, String> under(String prefix) {
        SortedMap<String, String> values = new TreeMap<>();
        settings.originalsStrings().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** The complaint about a value that only whoever uses it can check. */
    public CommandFailure notAllowed(String key, String why) {
        return ConfigLayers.notAllowed(
                key,
                String.valueOf(settings.originals().getOrDefault(key, "")),
                origins.getOrDefault(key, "by default"),
                why);
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
