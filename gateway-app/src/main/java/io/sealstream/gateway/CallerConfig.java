package io.sealstream.gateway;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.LayeredConfig;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.access.GrantSettings;
import io.sealstream.gateway.limit.Limits;
import io.sealstream.gateway.tls.TlsFiles;
import io.sealstream.gateway.tls.TlsSettings;
import java.nio.file.Path;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.jspecify.annotations.Nullable;

/**
 * How callers are known, and what each may do.
 *
 * @param tls null where there is none
 * @param access what they may submit
 * @param signingKey file with the key that certifies for those who have a certificate; null where each does it for itself
 * @param limits how much they may ask for
 */
record CallerConfig(
        @Nullable TlsSettings tls,
        AccessList access,
        @Nullable Path signingKey,
        Limits limits) {
    static final String SIGNING_KEY = "signing.key";
    static final String CALLER_RATE = "caller.rate";
    static final String MAX_STREAMS = "max.streams";
    static final String MAX_STREAMS_PER_CALLER = "max.streams.per.caller";
    static final String TLS_RELOAD_MS = "tls.reload.ms";

    private static final int DAY_MS = 86_400_000;

    static ConfigDef define(ConfigDef definition) {
        return limits(security(definition));
    }

    private static ConfigDef limits(ConfigDef definition) {
        return definition
                .define(
                        CALLER_RATE,
                        ConfigDef.Type.INT,
                        0,
                        Range.between(0, 1_000_000),
                        Importance.MEDIUM,
                        "Calls and submitted events a second of one caller, who is the subject of a certificate, or else"
                                + " an address; 0 for any.")
                .define(
                        MAX_STREAMS,
                        ConfigDef.Type.INT,
                        1_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "Open streams: subscriptions, ranges, and streams of submissions.")
                .define(
                        MAX_STREAMS_PER_CALLER,
                        ConfigDef.Type.INT,
                        100,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "Open streams of one caller.");
    }

    private static ConfigDef security(ConfigDef definition) {
        return definition
                .define(
                        TlsFiles.CERTIFICATE,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.HIGH,
                        "PEM file with the listener's certificate, and behind it those up to its authority; without it"
                                + " there is no TLS.")
                .define(
                        TlsFiles.KEY,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.HIGH,
                        "PEM file with the key of tls.certificate, of mode 0600.")
                .define(
                        TlsFiles.CLIENT_CA,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.HIGH,
                        "PEM file with the authorities of clients. With it each client needs a certificate of one of"
                                + " them.")
                .define(
                        TLS_RELOAD_MS,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(50, DAY_MS),
                        Importance.LOW,
                        "How often the files of TLS are looked at for something new.")
                .define(
                        GrantSettings.PREFIX + "*",
                        ConfigDef.Type.STRING,
                        null,
                        Importance.HIGH,
                        "Who may submit, where clients have certificates: client.NAME.subject, and for less than all"
                                + " client.NAME.keys, .default.key and .event.types; in the file of --config alone.")
                .define(
                        SIGNING_KEY,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "Private key, as keygen wrote it, of mode 0600, with which the gateway certifies what clients"
                                + " submit without a certificate, naming them in the event's metadata.");
    }

    static CallerConfig of(LayeredConfig config) {
        TlsSettings tls = tls(config);
        Path signingKey = path(config, SIGNING_KEY);
        if (tls != null && tls.files().clientCa() != null) {
            return new CallerConfig(tls, AccessList.of(GrantSettings.read(config)), signingKey, limits(config));
        }
        if (signingKey != null) {
            throw nobodyIsKnown(config, SIGNING_KEY);
        }
        config.under(GrantSettings.PREFIX).keySet().stream().findFirst().ifPresent(key -> {
            throw nobodyIsKnown(config, key);
        });
        return new CallerConfig(tls, AccessList.OPEN, null, limits(config));
    }

    private static Limits limits(LayeredConfig config) {
        AbstractConfig settings = config.settings();
        return new Limits(
                settings.getInt(CALLER_RATE), settings.getInt(MAX_STREAMS), settings.getInt(MAX_STREAMS_PER_CALLER));
    }

    private static CommandFailure nobodyIsKnown(LayeredConfig config, String key) {
        return config.notAllowed(key, "clients have no certificates to be known by; give " + TlsFiles.CLIENT_CA);
    }

    private static @Nullable TlsSettings tls(LayeredConfig config) {
        Path certificate = path(config, TlsFiles.CERTIFICATE);
        Path key = path(config, TlsFiles.KEY);
        Path clientCa = path(config, TlsFiles.CLIENT_CA);
        if (certificate == null) {
            requireNothing(config, TlsFiles.KEY, key);
            requireNothing(config, TlsFiles.CLIENT_CA, clientCa);
            return null;
        }
        if (key == null) {
            throw config.notAllowed(TlsFiles.CERTIFICATE, "its key is missing; give " + TlsFiles.KEY);
        }
        return new TlsSettings(new TlsFiles(certificate, key, clientCa), config.duration(TLS_RELOAD_MS));
    }

    private static void requireNothing(LayeredConfig config, String name, @Nullable Path given) {
        if (given != null) {
            throw config.notAllowed(
                    name, "there is no certificate; give " + TlsFiles.CERTIFICATE + " and " + TlsFiles.KEY);
        }
    }

    private static @Nullable Path path(LayeredConfig config, String name) {
        AbstractConfig settings = config.settings();
        String given = settings.getString(name);
        return given == null ? null : Path.of(given);
    }
}
