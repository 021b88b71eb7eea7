package io.sealstream.sealer;

import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.LogFormat;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.SignatureProviderKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * The sealer's configuration.
 *
 * @param stateDirectory belongs to this sealer alone
 * @param givenInstanceId by what the group knows this node again; empty where the state directory says it
 * @param health where {@code /health} and {@code /metrics} listen
 * @param policy asked before an event is sealed
 * @param signatures what they are checked with
 * @param sessionTimeout after which the group gives up a sealer that died
 * @param transactionTimeout after which the brokers abort what a dead sealer left open, where no sealer goes on and ends it before
 */
record SealerConfig(
        LedgerTopicNames names,
        ConnectionSettings connection,
        Path stateDirectory,
        String givenInstanceId,
        StartupCheck startupCheck,
        InetSocketAddress health,
        SealingLimits limits,
        AdmissionPolicy policy,
        SignatureSchemes signatures,
        Duration sessionTimeout,
        Duration transactionTimeout) {
    static final String STATE_DIR = "state.dir";
    static final String INSTANCE_ID = "instance.id";
    static final String STARTUP_CHECK = "startup.check";
    static final String HEALTH_LISTENER = "health.listener";
    static final String PAYLOAD_MAX_BYTES = "payload.max.bytes";
    static final String SEALED_MAX_BYTES = "sealed.max.bytes";
    static final String REJECTED_VALUE_MAX_BYTES = "rejected.value.max.bytes";
    static final String SESSION_TIMEOUT_MS = "session.timeout.ms";
    static final String TRANSACTION_TIMEOUT_MS = "transaction.timeout.ms";

    /** Room for what else stands in a record, as all that an admission policy can say: both its notes and its rejections. */
    private static final int ENVELOPE_BYTES = AdmissionPolicy.MAX_WRITTEN_BYTES + 6 * 1024;

    private static final int MIB = 1024 * 1024;

    enum StartupCheck {
        TAIL,
        FULL,
        OFF
    }

    static ConfigDef define() {
        SealingLimits limits = SealingLimits.DEFAULT;
        return SignatureProviderKey.define(PolicyConfig.define(LedgerKey.define(ConnectionConfig.define())))
                .define(
                        STATE_DIR,
                        ConfigDef.Type.STRING,
                        "sealstream-state",
                        Importance.HIGH,
                        "Directory for the index and the head; one sealer at a time, on a disk that stays.")
                .define(
                        INSTANCE_ID,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                SealerConfig::requireInstanceId, () -> "at most 200 of a-z, A-Z, 0-9, . _ -"),
                        Importance.LOW,
                        "By what the group knows this sealer again after a restart; no two may have the same. By default it"
                                + " is kept in state.dir: set it only where that does not stay.")
                .define(
                        STARTUP_CHECK,
                        ConfigDef.Type.STRING,
                        "tail",
                        ConfigDef.ValidString.in("tail", "full", "off"),
                        Importance.MEDIUM,
                        "What is verified before sealing goes on: tail (what came since the last check) or full (all). off leaves"
                                + " nothing out: it does what tail does, and log and /health show that it was set.")
                .define(
                        HEALTH_LISTENER,
                        ConfigDef.Type.STRING,
                        "127.0.0.1:8080",
                        ConfigDef.LambdaValidator.with(SealerConfig::requireAddress, () -> "host:port"),
                        Importance.MEDIUM,
                        "Address of /health and /metrics, host:port. Loopback unless you say otherwise.")
                .define(
                        LogFormat.KEY,
                        ConfigDef.Type.STRING,
                        "text",
                        ConfigDef.ValidString.in("text", "json"),
                        Importance.LOW,
                        "Lines of the log: text, or one JSON object each.")
                .define(
                        PAYLOAD_MAX_BYTES,
                        ConfigDef.Type.INT,
                        limits.maxPayloadBytes(),
                        Range.between(0, 32 * MIB),
                        Importance.LOW,
                        "Largest inline payload; larger ones are rejected as TOO_LARGE.")
                .define(
                        SEALED_MAX_BYTES,
                        ConfigDef.Type.INT,
                        limits.maxSealedBytes(),
                        Range.between(1024, 40 * MIB),
                        Importance.LOW,
                        "Largest sealed record as encoded; the topics' max.message.bytes must have room for it.")
                .define(
                        REJECTED_VALUE_MAX_BYTES,
                        ConfigDef.Type.INT,
                        limits.maxRejectedBytes(),
                        Range.between(0, 8 * MIB),
                        Importance.LOW,
                        "How much of a rejected record's key and value is kept in the rejected topic, each.")
                .define(
                        SESSION_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        6_000,
                        Range.atLeast(100),
                        Importance.LOW,
                        "After this a dead sealer's place is given to another; the brokers' group.min.session.timeout.ms"
                                + " must allow it.")
                .define(
                        TRANSACTION_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(1_000, 900_000),
                        Importance.LOW,
                        "After this the brokers abort what a dead sealer left open, and consumers wait until then; where"
                                + " another sealer takes over, or the same one comes back, it ends that at once.");
    }

    static SealerConfig of(LayeredConfig config) {
        AbstractConfig settings = config.settings();
        return new SealerConfig(
                new LedgerTopicNames(settings.getString(LedgerKey.LEDGER)),
                config.connection(),
                Path.of(settings.getString(STATE_DIR)),
                settings.getString(INSTANCE_ID),
                StartupCheck.valueOf(settings.getString(STARTUP_CHECK).toUpperCase(Locale.ROOT)),
                address(settings.getString(HEALTH_LISTENER)),
                new SealingLimits(
                        settings.getInt(PAYLOAD_MAX_BYTES),
                        settings.getInt(SEALED_MAX_BYTES),
                        settings.getInt(REJECTED_VALUE_MAX_BYTES)),
                PolicyConfig.policy(config),
                SignatureProviderKey.schemes(settings),
                config.duration(SESSION_TIMEOUT_MS),
                config.duration(TRANSACTION_TIMEOUT_MS));
    }

    /** An upper bound of any record that the sealer writes, with its key and headers. */
    int maxRecordBytes() {
        int rejected = Math.multiplyExact(3, limits.maxRejectedBytes());
        return Math.addExact(Math.max(limits.maxSealedBytes(), rejected), ENVELOPE_BYTES);
    }

    /** The {@code group.instance.id} of this node. */
    String instanceId() {
        return givenInstanceId.isEmpty() ? InstanceId.of(stateDirectory) : givenInstanceId;
    }

    private static void requireInstanceId(String name, Object value) {
        if (!String.valueOf(value).matches("[a-zA-Z0-9._-]{0,200}")) {
            throw new ConfigException(name, value, "at most 200 of a-z, A-Z, 0-9, . _ - are allowed");
        }
    }

    private static void requireAddress(String name, Object value) {
        try {
            address(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, "host:port is expected, as 127.0.0.1:8080");
        }
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no port in " + text);
        }
        String host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
    }
}
