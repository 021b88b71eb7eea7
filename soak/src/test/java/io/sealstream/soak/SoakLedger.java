package io.sealstream.soak;

import io.sealstream.client.ClientCommand;
import io.sealstream.client.ClientSettings;
import io.sealstream.client.LedgerClient;
import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandProcess;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SigningKey;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.sealer.SealerCommand;
import io.sealstream.verifier.VerifierCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ledger of a run, made and looked at by the commands that its users have.
 *
 * @param directory for state directories, keys and what commands print
 */
record SoakLedger(String bootstrapServers, Path directory) {
    /** The genesis, and the key of the submitters. */
    static final int PREPARATION = 2;

    private static final String LEDGER = "soak";
    private static final ClientSettings CLIENT = new ClientSettings(Duration.ofSeconds(5), 64);

    /** Makes keys, topics and genesis. */
    void init() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        keyPair("root");
        keyPair("till");
        run(SealerCommand.class, words("init", "--root-key", place("root.pub")));
    }

    private void keyPair(String name) throws IOException {
        PrivateKey key = PrivateKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
        KeyPairFiles.at(Path.of(place(name + ".pem")), name).create(key.withKeyId(new KeyId(name)));
    }

    /** Makes the submitters' key known, which takes a sealer. */
    void addKey() throws IOException, InterruptedException {
        run(ClientCommand.class, words("key add", "--root-key", place("root.pem"), "--public-key", place("till.pub")));
    }

    SigningKey submittersKey() {
        return PrivateKeyFile.read("till.pem", Path.of(place("till.pem")));
    }

    LedgerClient client() throws IOException {
        return LedgerClient.open(connection(), names(), CLIENT);
    }

    KafkaConnection connection() {
        return new KafkaConnection(Map.of("bootstrap.servers", bootstrapServers));
    }

    LedgerTopicNames names() {
        return new LedgerTopicNames(LEDGER);
    }

    /** @return the report's file */
    Path verify() throws IOException, InterruptedException {
        return run(VerifierCommand.class, words("verify", "--format", "json"));
    }

    void export(Path file) throws IOException, InterruptedException {
        run(VerifierCommand.class, words("export", "--out", file.toString()));
    }

    String place(String name) {
        return directory.resolve(name).toString();
    }

    /** @param command its words, with blanks between them */
    String[] words(String command, String... flags) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--ledger", LEDGER, "--bootstrap-server", bootstrapServers));
        words.addAll(List.of(flags));
        return words.toArray(String[]::new);
    }

    /** Runs it to its end, whatever that is, and however long it takes. @return what it printed */
    private Path run(Class<?> main, String... words) throws IOException, InterruptedException {
        Path out = directory.resolve(words[0] + ".out");
        Path err = directory.resolve(words[0] + ".err");
        int exitCode = new CommandProcess(main).start(out, err, words).waitFor();
        boolean isVerdict = words[0].equals("verify");
        if (exitCode != 0 && !isVerdict) {
            throw new AssertionError(words[0] + " ended with " + exitCode + ": " + Files.readString(err));
        }
        return out;
    }
}
