package io.sealstream.gateway.access;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.LayeredConfig;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.key.KeyId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Reads grants out of the configuration:
 *
 * <pre>
 * client.billing.subject=CN=billing,O=Example
 * client.billing.keys=billing-2026,billing-2027
 * client.billing.default.key=billing-2026
 * client.billing.event.types=payment.,refund.
 * </pre>
 */
public final class GrantSettings {
    /** Of the keys. */
    public static final String PREFIX = "client.";

    private static final String SUBJECT = ".subject";
    private static final String KEYS = ".keys";
    private static final String DEFAULT_KEY = ".default.key";
    private static final String EVENT_TYPES = ".event.types";
    private static final List<String> ALL = List.of(SUBJECT, KEYS, DEFAULT_KEY, EVENT_TYPES);

    private final LayeredConfig config;
    private final SortedMap<String, String> settings;

    private GrantSettings(LayeredConfig config) {
        this.config = config;
        this.settings = config.under(PREFIX);
    }

    /**
     * The grants by the subjects of certificates.
     *
     * @throws CommandFailure naming the key that is wrong
     */
    public static Map<X500Principal, ClientGrant> read(LayeredConfig config) {
        GrantSettings settings = new GrantSettings(config);
        Map<X500Principal, ClientGrant> grants = new HashMap<>();
        for (String name : settings.names()) {
            if (grants.put(settings.subject(name), settings.grant(name)) != null) {
                throw config.notAllowed(key(name, SUBJECT), "another client has this subject; each needs its own");
            }
        }
        return grants;
    }

    private SortedSet<String> names() {
        return settings.keySet().stream().map(this::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(String key) {
        int dot = key.indexOf('.', PREFIX.length());
        if (dot <= PREFIX.length() || !ALL.contains(key.substring(dot))) {
            throw config.notAllowed(key, "a client has client.NAME.subject, .keys, .default.key and .event.types");
        }
        return key.substring(PREFIX.length(), dot);
    }

    private X500Principal subject(String name) {
        String key = key(name, SUBJECT);
        try {
            return new X500Principal(given(key)
                    .filter(subject -> !subject.isEmpty()) // of certificates that say who somebody is in another way
                    .orElseThrow(() -> config.notAllowed(
                            key,
                            "it is missing: give the subject of the client's certificate, as CN=billing,O=Example")));
        } catch (IllegalArgumentException e) {
            throw config.notAllowed(
                    key, "it is no distinguished name, as CN=billing,O=Example (RFC 2253): " + e.getMessage());
        }
    }

    private ClientGrant grant(String name) {
        Set<KeyId> keys = list(key(name, KEYS)).stream()
                .map(id -> keyId(key(name, KEYS), id))
                .collect(Collectors.toUnmodifiableSet());
        String defaultKey = key(name, DEFAULT_KEY);
        @Nullable
        KeyId byDefault = given(defaultKey).map(id -> keyId(defaultKey, id)).orElse(null);
        if (byDefault != null && !keys.isEmpty() && !keys.contains(byDefault)) {
            throw config.notAllowed(defaultKey, "it is none of " + key(name, KEYS));
        }
        return new ClientGrant(name, keys, byDefault, list(key(name, EVENT_TYPES)));
    }

    private KeyId keyId(String key, String given) {
        try {
            KeyId id = new KeyId(given);
            EventRules.requireKeyId(id);
            return id;
        } catch (IllegalArgumentException e) {
            throw config.notAllowed(key, String.valueOf(e.getMessage()));
        }
    }

    private List<String> list(String key) {
        return given(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Optional<String> given(String key) {
        return Optional.ofNullable(settings.get(key)).map(String::strip);
    }

    private static String key(String name, String setting) {
        return PREFIX + name + setting;
    }
}
