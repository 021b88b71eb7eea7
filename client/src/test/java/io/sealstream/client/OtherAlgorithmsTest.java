package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code key} and {@code submit} with keys that are not Ed25519. */
@ExtendWith(SharedBroker.class)
class OtherAlgorithmsTest {
    @TempDir
    private Path directory;

    private final TestBroker broker;
    private final TestLedger ledger;
    private final CommandProcess command = new CommandProcess(ClientCommand.class);

    OtherAlgorithmsTest(TestBroker broker) throws IOException {
        this.broker = broker;
        ledger = TestLedger.create(broker);
    }

    @Test
    void aRootOnP256AddsAProducerOfMlDsaWhoSubmitsAloneAndInBatches() throws Exception {
        KeyPairFiles first = files(ledger.root());
        KeyPairFiles root = files(key(SignatureAlgorithm.ECDSA_P256_SHA256, "p256-root"));
        KeyPairFiles producer = files(key(SignatureAlgorithm.ML_DSA_65, "ml-dsa-producer"));
        List<Ended> ended = new ArrayList<>();
        try (TestSealer sealer = TestSealer.start(ledger)) {

            ended.add(run("key add --role root", "--root-key", first.privateKey(), "--public-key", root.publicKey()));
            ended.add(run("key add", "--root-key", root.privateKey(), "--public-key", producer.publicKey()));
            ended.add(run("submit", "--key", producer.privateKey(), "--events", events("a", "b")));
            ended.add(run("submit --batch 2", "--key", producer.privateKey(), "--events", events("c", "d")));
        }

        assertThat(ended)
                .allSatisfy(each -> assertThat(each.exitCode()).as(each.err()).isZero());
        assertThat(ended.getLast().out()).contains("sequence 5 to 6");
    }

    private static PrivateKey key(SignatureAlgorithm algorithm, String keyId) {
        return PrivateKey.generate(algorithm, new SecureRandom()).withKeyId(new KeyId(keyId));
    }

    private KeyPairFiles files(PrivateKey key) throws IOException {
        KeyPairFiles files = KeyPairFiles.in(directory, key.keyId().value());
        files.create(key);
        return files;
    }

    private Path events(String... ids) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            lines.add("{\"event_id\":\"" + id + "\",\"occurred_at\":1700000000000,\"payload\":1}");
        }
        return Files.write(directory.resolve(ids[0] + ".jsonl"), lines);
    }

    private Ended run(String words, Object... options) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
        arguments.addAll(List.of("--ledger", ledger.names().ledger()));
        arguments.addAll(List.of("--bootstrap-server", broker.bootstrapServers()));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        return command.run(arguments.toArray(String[]::new));
    }
}
