package io.sealstream.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Builds configuration layer by layer; a later one wins. Keys that begin with {@code kafka.} are for Kafka's clients and
 * are not defined here; any other must be defined. A key that is defined as {@code prefix.*} stands for all that begin so:
 * they are text, come from the file alone, and whoever asks for them checks them. Every complaint is a {@link CommandFailure} with
 * {@link ExitCode#USAGE} that names the key, where it came from, its value and what is allowed.
 */
public final class ConfigLayers {
    static final String ENVIRONMENT_PREFIX = "SEALSTREAM_";
    private static final String PASS_THROUGH_PREFIX = "kafka.";

    /** What Kubernetes adds to the name of a service, for each of its ports. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    /** So close to a known name that it is a slip of the hand. */
    private static final int TYPING_ERRORS = 2;

    private record Setting(String value, String origin) {}

    private final ConfigDef definition;
    private final Map<String, String> flags = new TreeMap<>();
    private final Map<String, Setting> settings = new HashMap<>();
    private final Map<String, String> passThrough = new TreeMap<>();

    public ConfigLayers(ConfigDef definition) {
        this.definition = definition;
    }

    /** Adds the keys of a properties file in UTF-8; null adds nothing. */
    public ConfigLayers file(@Nullable Path file) {
        if (file != null) {
            read(file).forEach((key, value) -> put(key, value, "in " + file));
        }
        return this;
    }

    /** Adds the keys of a raw client properties file, all of them for Kafka's clients; null adds nothing. */
    public ConfigLayers clientFile(@Nullable Path file) {
        if (file != null) {
            read(file).forEach((key, value) -> {
                if (key.equals(ConnectionConfig.BOOTSTRAP_SERVERS)) {
                    put(key, value, "in " + file);
                } else {
                    pass(key, key, value, "in " + file);
                }
            });
        }
        return this;
    }

    /**
     * Adds environment variables: {@code SEALSTREAM_STATE_DIR} is {@code state.dir}. One that no key has is another
     * program's (Kubernetes makes some of a service's name), unless it is nearly one of ours.
     */
    public ConfigLayers environment(Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        definition.names().forEach(key -> keys.put(variable(key), key));
        environment.forEach((variable, value) -> {
            String key = keys.get(variable);
            if (key != null) {
                put(key, value, "in the environment, " + variable);
            } else if (variable.startsWith(variable(PASS_THROUGH_PREFIX))) {
                String bare = variable.substring(variable(PASS_THROUGH_PREFIX).length());
                pass(bare.toLowerCase(Locale.ROOT).replace('_', '.'), variable, value, "in the environment");
            } else if (variable.startsWith(ENVIRONMENT_PREFIX)) {
                refuseOpen(variable);
                refuseTypingError(variable, keys);
            }
        });
        return this;
    }

    /** Adds the value of a flag; null adds nothing. */
    public ConfigLayers flag(String key, String flag, @Nullable Object value) {
        flags.put(key, flag);
        if (value != null) {
            settings.put(key, new Setting(value.toString(), "given with " + flag));
        }
        return this;
    }

    /** Checks every value against the definition. */
    public LayeredConfig load() {
        Map<String, String> values = new HashMap<>();
        Map<String, String> origins = new HashMap<>();
        settings.forEach((key, setting) -> {
            values.put(key, setting.value());
            origins.put(key, setting.origin());
        });
        definition.validate(values).forEach(this::refuseInvalid);
        return new LayeredConfig(definition, values, origins, passThrough);
    }

    /** The keys that there are. */
    public ConfigDef definition() {
        return definition;
    }

    /** The flags by the keys that they go over. */
    public Map<String, String> flags() {
        return Map.copyOf(flags);
    }

    private void put(String key, String value, String origin) {
        if (key.startsWith(PASS_THROUGH_PREFIX)) {
            pass(key.substring(PASS_THROUGH_PREFIX.length()), key, value, origin);
        } else if (definition.names().contains(key) || openPrefixes().anyMatch(key::startsWith)) {
            settings.put(key, new Setting(value, origin));
        } else {
            throw CommandFailure.usage(key + " (" + origin + ") is not known" + didYouMean(key)
                    + " (settings for Kafka's clients begin with kafka.)");
        }
    }

    private void pass(String clientKey, String name, String value, String origin) {
        if (clientKey.equals(ConnectionConfig.BOOTSTRAP_SERVERS)) {
            throw notAllowed(name, value, origin, "give it as bootstrap.servers, without kafka.");
        }
        if (ClientKeys.isGuarded(clientKey)) {
            throw notAllowed(name, value, origin, "Sealstream sets it itself; take it out");
        }
        ClientKeys.objection(clientKey, value).ifPresent(why -> {
            throw notAllowed(name, value, origin, why);
        });
        passThrough.put(clientKey, value);
    }

    private void refuseInvalid(ConfigValue checked) {
        if (checked.errorMessages().isEmpty()) {
            return;
        }
        Setting setting = settings.get(checked.name());
        throw setting == null
                ? missing(checked.name())
                : notAllowed(
                        checked.name(),
                        setting.value(),
                        setting.origin(),
                        checked.errorMessages().getFirst());
    }

    static CommandFailure notAllowed(String name, String value, String origin, String why) {
        return CommandFailure.usage(name + "=" + value + " (" + origin + ") is not allowed: " + why);
    }

    private static CommandFailure missing(String key) {
        return CommandFailure.usage(
                key + " is missing: give it as a flag, in the file of --config, or in the environment" + " as "
                        + variable(key));
    }

    /**
     * Names under a prefix can't be told from a variable's, and what nobody reads must not look as if it were set; but a
     * service may be called as a prefix is, {@code sealstream-policy}.
     */
    private void refuseOpen(String variable) {
        openPrefixes().filter(prefix -> variable.startsWith(variable(prefix))).forEach(prefix -> {
            if (!OF_KUBERNETES
                    .matcher(variable.substring(variable(prefix).length()))
                    .matches()) {
                throw CommandFailure.usage(variable + " (in the environment) is not known; give keys that begin with "
                        + prefix + " in the file of --config");
            }
        });
    }

    private Stream<String> openPrefixes() {
        return definition.names().stream()
                .filter(name -> name.endsWith(".*"))
                .map(name -> name.substring(0, name.length() - 1));
    }

    private String didYouMean(String key) {
        return Nearest.to(key, definition.names())
                .filter(near -> Nearest.distance(near, key) <= key.length() / 2)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static void refuseTypingError(String variable, Map<String, String> keys) {
        Nearest.to(variable, keys.keySet())
                .filter(near -> Nearest.distance(near, variable) <= TYPING_ERRORS)
                .ifPresent(near -> {
                    throw CommandFailure.usage(
                            variable + " (in the environment) is not known; did you mean " + near + "?");
                });
    }

    /** Settings of Kafka's clients that nobody may give, and neither any that ends in {@code exception.handler}. */
    public static Set<String> guardedClientKeys() {
        return ClientKeys.GUARDED;
    }

    /** The environment variable of a key. */
    public static String variable(String key) {
        return ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, file + " can't be read as a properties file (" + e + "); check the path", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }
}
