package io.sealstream.gateway;

import io.sealstream.command.ConnectionConfig;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.LogFormat;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.gateway.submit.SubmitLimits;
import io.sealstream.gateway.tls.TlsFiles;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.SignatureProviderKey;
import java.nio.file.Path;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * The gateway's configuration.
 *
 * @param stateDirectory belongs to this gateway alone
 * @param listener of gRPC and HTTP
 * @param maxInFlight submissions without an outcome; as many more wait to be sent
 * @param maxMessageBytes of a submission, as it comes in
 * @param streamWindow events without an answer in one stream
 * @param maxConnections that are open at once
 * @param signatures what they are checked with
 */
record GatewayConfig(
        LedgerTopicNames names,
        ConnectionSettings connection,
        Path stateDirectory,
        Listener listener,
        SubmitLimits limits,
        int maxInFlight,
        int maxMessageBytes,
        int streamWindow,
        int maxConnections,
        SignatureSchemes signatures,
        CallerConfig callers) {
    static final String STATE_DIR = "state.dir";
    static final String LISTENER = "listener";
    static final String INSECURE_LISTENER = "insecure.listener";
    static final String DEADLINE_MS = "deadline.ms";
    static final String DEADLINE_MAX_MS = "deadline.max.ms";
    static final String OUTCOME_TIMEOUT_MS = "outcome.timeout.ms";
    static final String MAX_IN_FLIGHT = "max.in.flight";
    static final String MAX_IN_FLIGHT_BYTES = "max.in.flight.bytes";
    static final String MAX_MESSAGE_BYTES = "max.message.bytes";
    static final String STREAM_WINDOW = "stream.window";
    static final String MAX_CONNECTIONS = "max.connections";

    private static final int HOUR_MS = 3_600_000;
    private static final int MIB = 1024 * 1024;

    static ConfigDef define() {
        return CallerConfig.define(limits(SignatureProviderKey.define(LedgerKey.define(ConnectionConfig.define()))))
                .define(
                        STATE_DIR,
                        ConfigDef.Type.STRING,
                        "sealstream-gateway-state",
                        Importance.HIGH,
                        "Directory for the records that are served; one gateway at a time. Where it is lost, it is built"
                                + " anew from the ledger.")
                .define(
                        LISTENER,
                        ConfigDef.Type.STRING,
                        "127.0.0.1:50051",
                        ConfigDef.LambdaValidator.with(GatewayConfig::requireAddress, () -> "host:port"),
                        Importance.HIGH,
                        "Address of gRPC and HTTP, host:port.")
                .define(
                        INSECURE_LISTENER,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Listen without TLS on an address that other machines can reach. Whoever reaches it reads the"
                                + " ledger, and what they send can be read on the way.")
                .define(
                        LogFormat.KEY,
                        ConfigDef.Type.STRING,
                        "text",
                        ConfigDef.ValidString.in("text", "json"),
                        Importance.LOW,
                        "Lines of the log: text, or one JSON object each.");
    }

    private static ConfigDef limits(ConfigDef definition) {
        return definition
                .define(
                        DEADLINE_MS,
                        ConfigDef.Type.INT,
                        50,
                        Range.between(1, HOUR_MS),
                        Importance.HIGH,
                        "How long after its receipt an event may be sealed, where its sender says nothing else.")
                .define(
                        DEADLINE_MAX_MS,
                        ConfigDef.Type.INT,
                        30_000,
                        Range.between(1, HOUR_MS),
                        Importance.LOW,
                        "The longest deadline that a sender may ask for.")
                .define(
                        OUTCOME_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(10, HOUR_MS),
                        Importance.MEDIUM,
                        "How much longer than its deadline an event's outcome is waited for, before the answer is that"
                                + " nobody knows it.")
                .define(
                        MAX_IN_FLIGHT,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(1, 1_000_000),
                        Importance.MEDIUM,
                        "Submissions without an outcome. As many more wait to be sent; beyond that they are refused.")
                .define(
                        MAX_IN_FLIGHT_BYTES,
                        ConfigDef.Type.LONG,
                        64L * MIB,
                        Range.atLeast(MIB),
                        Importance.LOW,
                        "Bytes of events that have no outcome yet, or wait to be sent; beyond that they are refused.")
                .define(
                        MAX_MESSAGE_BYTES,
                        ConfigDef.Type.INT,
                        2 * MIB,
                        Range.between(1024, 64 * MIB),
                        Importance.LOW,
                        "Largest submission, as it comes in: over HTTP a payload in base64 takes a third more.")
                .define(
                        STREAM_WINDOW,
                        ConfigDef.Type.INT,
                        1_024,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "Events without an answer in one stream of submissions.")
                .define(
                        MAX_CONNECTIONS,
                        ConfigDef.Type.INT,
                        1_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "Open connections; more are closed at once.");
    }

    static GatewayConfig of(LayeredConfig config) {
        AbstractConfig settings = config.settings();
        Listener listener = Listener.parse(settings.getString(LISTENER));
        CallerConfig callers = CallerConfig.of(config);
        if (!listener.isLoopback() && callers.tls() == null && !settings.getBoolean(INSECURE_LISTENER)) {
            throw config.notAllowed(
                    LISTENER,
                    "other machines can reach it, and it has no TLS; give " + TlsFiles.CERTIFICATE + ", or "
                            + INSECURE_LISTENER + "=true where something else protects it");
        }
        int maxInFlight = settings.getInt(MAX_IN_FLIGHT);
        SubmitLimits limits = new SubmitLimits(
                config.duration(DEADLINE_MS),
                config.duration(DEADLINE_MAX_MS),
                config.duration(OUTCOME_TIMEOUT_MS),
                maxInFlight,
                settings.getLong(MAX_IN_FLIGHT_BYTES));
        if (limits.deadline().compareTo(limits.maxDeadline()) > 0) {
            throw config.notAllowed(
                    DEADLINE_MS,
                    "it is beyond " + DEADLINE_MAX_MS + ", "
                            + limits.maxDeadline().toMillis());
        }
        return new GatewayConfig(
                new LedgerTopicNames(settings.getString(LedgerKey.LEDGER)),
                config.connection(),
                Path.of(settings.getString(STATE_DIR)),
                listener,
                limits,
                maxInFlight,
                settings.getInt(MAX_MESSAGE_BYTES),
                settings.getInt(STREAM_WINDOW),
                settings.getInt(MAX_CONNECTIONS),
                SignatureProviderKey.schemes(settings),
                callers);
    }

    private static void requireAddress(String name, Object value) {
        try {
            Listener unused = Listener.parse(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, "host:port is expected, as 127.0.0.1:50051");
        }
    }
}
