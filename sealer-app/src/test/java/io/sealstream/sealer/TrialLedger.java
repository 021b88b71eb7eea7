package io.sealstream.sealer;

import io.sealstream.command.ConnectionSettings;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.sealer.SealerConfig.StartupCheck;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A ledger of one test, and everything that was opened for it: what is still open at the test's end is closed. */
final class TrialLedger implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Ed25519SigningKey ROOT = key(1, "root-1");
    static final Ed25519SigningKey PRODUCER = key(2, "producer-1");

    private final LedgerTopicNames names;
    private final String bootstrapServers;
    private final Path directory;
    private final Map<String, String> logIn;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    TrialLedger(String name, String bootstrapServers, Path directory) {
        this(name, bootstrapServers, directory, Map.of());
    }

    /** @param logIn client properties by which the broker knows who asks */
    TrialLedger(String name, String bootstrapServers, Path directory, Map<String, String> logIn) {
        this.names = new LedgerTopicNames(name);
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
        this.logIn = Map.copyOf(logIn);
    }

    /** Always the same key for a number. */
    static Ed25519SigningKey key(int number, String keyId) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519SigningKey.ofSeed(Bytes.wrap(seed)).withKeyId(new KeyId(keyId));
    }

    LedgerTopicNames names() {
        return names;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Path directory() {
        return directory;
    }

    ConnectionSettings settings() {
        return new ConnectionSettings(bootstrapServers, PATIENCE, logIn);
    }

    KafkaConnection connection() {
        return new KafkaConnection(settings().clientProperties());
    }

    Admin admin() {
        return closing(connection().admin(PATIENCE));
    }

    /** The configuration of a sealer whose state is in {@code directory/state}; the health listener finds a port. */
    SealerConfig config() {
        return config("state");
    }

    SealerConfig config(String state) {
        return config(state, StartupCheck.TAIL);
    }

    SealerConfig config(String state, StartupCheck check) {
        return config(state, "", check, Duration.ofMillis(1_500), Duration.ofSeconds(2));
    }

    /** The configuration of one whose place is kept while it is paused. */
    SealerConfig patientConfig() {
        return config("state", "", StartupCheck.TAIL, Duration.ofSeconds(30), Duration.ofSeconds(2));
    }

    /** The configuration of one for whose time-outs no test can wait, by an instance id if that is not empty. */
    SealerConfig endlessConfig(String state, String instanceId) {
        return config(state, instanceId, StartupCheck.TAIL, Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    /** The configuration of one that is missed at once when it dies, and whose transaction nobody can wait for. */
    SealerConfig missedAtOnce(String state) {
        return config(state, "", StartupCheck.TAIL, Duration.ofMillis(1_500), Duration.ofMinutes(10));
    }

    private SealerConfig config(
            String state, String instanceId, StartupCheck check, Duration sessionTimeout, Duration transactionTimeout) {
        return new SealerConfig(
                names,
                settings(),
                directory.resolve(state),
                instanceId,
                check,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                SealingLimits.DEFAULT,
                AdmissionPolicy.NONE,
                SignatureSchemes.supported(),
                sessionTimeout,
                transactionTimeout);
    }

    /** Makes topics and genesis, with {@link #ROOT} as the one root key. */
    SealedEvent init() throws LedgerUnreadableException {
        return init(Certification.REQUIRED);
    }

    SealedEvent init(Certification certification) throws LedgerUnreadableException {
        return init(certification, HashAlgorithm.SHA_256);
    }

    SealedEvent init(Certification certification, HashAlgorithm hash) throws LedgerUnreadableException {
        return new LedgerInit(names, settings(), genesisSettings(certification, hash), (short) -1).run();
    }

    static GenesisSettings genesisSettings(Certification certification) {
        return genesisSettings(certification, HashAlgorithm.SHA_256);
    }

    private static GenesisSettings genesisSettings(Certification certification, HashAlgorithm hash) {
        return new GenesisSettings(
                "example.com/trial",
                hash,
                certification,
                List.of(new NamedPublicKey(ROOT.keyId(), ROOT.publicKey())),
                null);
    }

    /** What a started ledger needs first: {@link #PRODUCER}'s key, which takes intake offset 0 and sequence 1. */
    static KeyAdded producerAdded() {
        return new KeyAdded(PRODUCER.keyId(), PRODUCER.publicKey(), KeyRole.PRODUCER, List.of());
    }

    LedgerTopics topics() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection(), PATIENCE)) {
            return new LedgerTopics(
                    inspector.clusterId(), inspector.topicId(names.intake()), inspector.topicId(names.sealed()));
        }
    }

    /** A sealer in this JVM, started. */
    RunningSealer start() throws LedgerUnreadableException {
        return start(config());
    }

    RunningSealer start(SealerConfig config) throws LedgerUnreadableException {
        return closing(RunningSealer.start(config, false));
    }

    RunningSealer startAdopting() throws LedgerUnreadableException {
        return closing(RunningSealer.start(config(), true));
    }

    /** A sealer as a process, started. */
    SealerProcess startProcess(String... flags) {
        return startProcess(config(), flags);
    }

    SealerProcess startProcess(SealerConfig config, String... flags) {
        return closing(SealerProcess.start(config, flags));
    }

    Submitter submitter(Hash ledgerId) {
        return closing(new Submitter(this, ledgerId));
    }

    Outcomes outcomes() {
        return closing(new Outcomes(this));
    }

    ForeignWriter foreignWriter() {
        return closing(new ForeignWriter(this));
    }

    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
