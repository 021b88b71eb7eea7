package io.sealstream.benchmarks;

import io.sealstream.client.ClientCommand;
import io.sealstream.client.ClientSettings;
import io.sealstream.client.LedgerClient;
import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.follower.Follower;
import io.sealstream.follower.FollowerConfig;
import io.sealstream.gateway.GatewayCommand;
import io.sealstream.kafka.local.ChildProcess;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TopicInspector;
import io.sealstream.sealer.SealerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A ledger to measure with: made by {@code init}, and sealed by a sealer in a JVM of its own. */
final class BenchLedger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bench bench;
    private final LedgerTopicNames names;
    private final Path directory;
    private final KeyPairFiles root;
    private final KeyPairFiles producer;
    private final Certification certification;
    private final Ed25519SigningKey key = Ed25519SigningKey.generate(new SecureRandom());

    private BenchLedger(Bench bench, String what, Certification certification) throws IOException {
        this.bench = bench;
        this.names = new LedgerTopicNames(bench.newName(what));
        this.directory = bench.newDirectory(what);
        this.root = KeyPairFiles.at(directory.resolve("root.pem"), "root");
        this.producer = KeyPairFiles.at(directory.resolve("producer.pem"), "producer");
        this.certification = certification;
    }

    /** @param certification where it asks for signatures, the key of a producer is added too */
    static BenchLedger make(Bench bench, String what, Certification certification) throws Exception {
        BenchLedger ledger = new BenchLedger(bench, what, certification);
        ledger.root.create(Ed25519SigningKey.generate(new SecureRandom()));
        ledger.producer.create(ledger.key);
        ledger.command(
                SealerCommand.class,
                List.of(),
                "init",
                "--root-key",
                ledger.root.publicKey().toString(),
                "--certification",
                certification.setting());
        if (certification.isRequired()) {
            ledger.addProducer();
        }
        return ledger;
    }

    private void addProducer() throws Exception {
        try (ChildProcess sealer = startSealer()) {
            command(
                    ClientCommand.class,
                    List.of(),
                    "key",
                    "add",
                    "--root-key",
                    root.privateKey().toString(),
                    "--public-key",
                    producer.publicKey().toString());
            int unused = sealer.stop();
        }
    }

    String intake() {
        return names.intake();
    }

    String sealed() {
        return names.sealed();
    }

    /** New events for this ledger, signed as it asks for. Those of two calls have the same ids. */
    Events events(Payloads payloads) throws IOException {
        Certifier certifier = certifier();
        return new Events(payloads, events -> certification.certify(certifier, events));
    }

    private Certifier certifier() throws IOException {
        GenesisReader.Start start = GenesisReader.read(connection(), names, PATIENCE);
        if (start instanceof GenesisReader.Found found) {
            return new Certifier(found.record().eventHash(), key);
        }
        throw new IOException(names.sealed() + " has no genesis: " + start);
    }

    /** Of its sealers. */
    String group() {
        return names.sealerGroup();
    }

    /** The offset behind all that was sealed so far. */
    long sealedEnd() throws TopicException {
        return bench.topics().committedEnd(sealed());
    }

    /** On the state directory of the sealer before. */
    ChildProcess startSealer() throws IOException {
        return startSealer("state", Map.of());
    }

    /**
     * @param state one name for each sealer that runs beside others
     * @param settings keys of the sealer's configuration
     */
    ChildProcess startSealer(String state, Map<String, String> settings) throws IOException {
        Path logs = bench.newDirectory("sealer");
        return Programs.start(
                SealerCommand.class,
                logs,
                arguments(
                        "sealer",
                        "--config",
                        Programs.properties(settings, logs.resolve("sealer.properties"))
                                .toString(),
                        "--state-dir",
                        directory.resolve(state).toString(),
                        "--health-listener",
                        "127.0.0.1:0"));
    }

    /** Listens at {@code port} of this machine. */
    ChildProcess startGateway(int port) throws IOException {
        return Programs.start(
                GatewayCommand.class,
                bench.newDirectory("gateway"),
                arguments(
                        "gateway",
                        "--state-dir",
                        directory.resolve("gateway").toString(),
                        "--listener",
                        "127.0.0.1:" + port));
    }

    LedgerClient client() throws IOException {
        return LedgerClient.open(connection(), names, ClientSettings.DEFAULT);
    }

    /** With whole records, as a gateway has it; not started. */
    Follower follow() throws IOException {
        KafkaConnection connection = connection();
        try (TopicInspector inspector = new TopicInspector(connection, PATIENCE)) {
            LedgerTopics topics = new LedgerTopics(
                    inspector.clusterId(), inspector.topicId(names.intake()), inspector.topicId(names.sealed()));
            return Follower.open(new FollowerConfig(
                    names,
                    topics,
                    connection.properties(),
                    directory.resolve("follower"),
                    FollowerConfig.Start.RESUME,
                    new CertificateVerifier(SignatureSchemes.supported()),
                    FollowerConfig.Kept.RECORDS));
        }
    }

    private KafkaConnection connection() {
        return new KafkaConnection(bench.client(Map.of()));
    }

    /** Seals as many as are in the intake behind what is sealed already. */
    void seal(long events) throws Exception {
        long from = sealedEnd();
        try (ChildProcess sealer = startSealer()) {
            bench.topics().await(sealed(), from + events);
            int unused = sealer.stop();
        }
    }

    /** Runs one of Sealstream's commands on this ledger, to its end, and gives its standard output. */
    String command(Class<?> main, List<String> jvmOptions, String... words) throws IOException, InterruptedException {
        return Programs.run(main, bench.newDirectory(words[0]), jvmOptions, arguments(words));
    }

    private List<String> arguments(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--ledger", names.ledger()));
        all.addAll(bench.cluster().arguments());
        return all;
    }

    /** Leaves nothing on the cluster. */
    @Override
    public void close() {
        bench.delete(names.ledger());
    }
}
