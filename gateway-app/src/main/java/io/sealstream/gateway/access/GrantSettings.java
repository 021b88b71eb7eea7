package io.sealstream.gateway.access;

import io.sealstream.core.event.EventRules;
import io.sealstream.core.key.KeyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Reads grants out of configuration keys:
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

    private static final String SUBJECT = "subject";
    private static final String KEYS = "keys";
    private static final String DEFAULT_KEY = "default.key";
    private static final String EVENT_TYPES = "event.types";

    private GrantSettings() {}

    /** A key of the configuration that is wrong. */
    public static final class GrantSettingException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;

        GrantSettingException(String key, String why) {
            super(why);
            this.key = key;
        }

        /** The whole key. */
        public String key() {
            return key;
        }
    }

    /** @param settings by their whole keys */
    public static AccessList read(SortedMap<String, String> settings) throws GrantSettingException {
        List<ClientGrant> grants = new ArrayList<>();
        Set<X500Principal> subjects = new HashSet<>();
        for (var client : byName(settings).entrySet()) {
            ClientGrant grant = grant(client.getKey(), client.getValue());
            if (!subjects.add(grant.subject())) {
                throw new GrantSettingException(
                        key(grant.name(), SUBJECT), "another client has this subject; each needs its own");
            }
            grants.add(grant);
        }
        return new AccessList(grants);
    }

    private static SortedMap<String, Map<String, String>> byName(SortedMap<String, String> settings)
            throws GrantSettingException {
        SortedMap<String, Map<String, String>> clients = new TreeMap<>();
        for (var setting : settings.entrySet()) {
            String[] parts = setting.getKey().substring(PREFIX.length()).split("\\.", 2);
            boolean isKnown = parts.length == 2
                    && List.of(SUBJECT, KEYS, DEFAULT_KEY, EVENT_TYPES).contains(parts[1]);
            if (!isKnown || parts[0].isEmpty()) {
                throw new GrantSettingException(
                        setting.getKey(),
                        "a client has " + key("NAME", "") + "subject, keys, default.key and event.types");
            }
            clients.computeIfAbsent(parts[0], name -> new TreeMap<>()).put(parts[1], setting.getValue());
        }
        return clients;
    }

    private static ClientGrant grant(String name, Map<String, String> settings) throws GrantSettingException {
        Set<KeyId> keys = new HashSet<>();
        for (String id : list(settings.get(KEYS))) {
            keys.add(keyId(key(name, KEYS), id));
        }
        String given = settings.get(DEFAULT_KEY);
        @Nullable KeyId defaultKey = given == null ? null : keyId(key(name, DEFAULT_KEY), given.strip());
        if (defaultKey != null && !keys.isEmpty() && !keys.contains(defaultKey)) {
            throw new GrantSettingException(
                    key(name, DEFAULT_KEY), "\"" + defaultKey + "\" is none of " + key(name, KEYS));
        }
        return new ClientGrant(
                name, subject(name, settings.get(SUBJECT)), keys, defaultKey, list(settings.get(EVENT_TYPES)));
    }

    private static X500Principal subject(String name, @Nullable String given) throws GrantSettingException {
        if (given == null) {
            throw new GrantSettingException(
                    key(name, SUBJECT), "it is missing: give the subject of the client's certificate, as CN=billing");
        }
        try {
            return new X500Principal(given);
        } catch (IllegalArgumentException e) {
            throw new GrantSettingException(
                    key(name, SUBJECT), "no distinguished name, as CN=billing,O=Example (RFC 2253): " + e.getMessage());
        }
    }

    private static KeyId keyId(String key, String given) throws GrantSettingException {
        try {
            KeyId id = new KeyId(given);
            EventRules.requireKeyId(id);
            return id;
        } catch (IllegalArgumentException e) {
            throw new GrantSettingException(key, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> list(@Nullable String given) {
        return given == null
                ? List.of()
                : Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.toUnmodifiableList());
    }

    private static String key(String name, String rest) {
        return PREFIX + name + '.' + rest;
    }
}
