package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code key} as a process against a real broker. */
@ExtendWith(SharedBroker.class)
class KeyCommandTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");

    @TempDir
    private Path directory;

    private String rootKey = "";
    private String producerKey = "";
    private String publicKey = "";

    private final TestBroker broker;
    private final TestLedger ledger;
    private final CommandProcess command = new CommandProcess(ClientCommand.class);

    KeyCommandTest(TestBroker broker) throws IOException {
        this.broker = broker;
        ledger = TestLedger.create(broker);
    }

    @BeforeEach
    void makeFiles() throws IOException {
        KeyPairFiles root = KeyPairFiles.at(directory.resolve("root.pem"), "root");
        root.create(ledger.root());
        rootKey = root.privateKey().toString();
        KeyPairFiles producer = KeyPairFiles.at(directory.resolve("producer.pem"), "producer");
        producer.create(PRODUCER);
        producerKey = producer.privateKey().toString();
        publicKey = producer.publicKey().toString();
    }

    @Test
    void anAddedKeyMayCertifyAndARevokedOneMayNot() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger);
                LedgerClient client = ledger.client()) {
            Certifier certifier = new Certifier(client.ledgerId(), PRODUCER);

            Ended added = key("add", "--root-key", rootKey, "--public-key", publicKey, "--event-types", "test.,other.");
            SubmissionOutcome sealed =
                    client.submit(certifier.certify(TestLedger.event("a"))).get();
            Ended revoked = key("revoke", "--root-key", rootKey, "--key-id", "producer", "--reason", "stolen");
            SubmissionOutcome rejected =
                    client.submit(certifier.certify(TestLedger.event("b"))).get();

            assertThat(added)
                    .isEqualTo(new Ended(0, "Sealed at sequence 1: producer is a producer from sequence 2 on.\n", ""));
            assertThat(sealed).isInstanceOf(SubmissionOutcome.Sealed.class);
            assertThat(revoked.out())
                    .isEqualTo("Sealed at sequence 3: producer is valid up to there and no further.\n");
            assertThat(rejected).extracting("reason").hasToString("KEY_REVOKED");
        }
    }

    @Test
    void aChangeThatNoRootCertifiesIsRejected() {
        Ended ended;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER)) {
            ended = key("revoke", "--root-key", producerKey, "--key-id", "root", "--reason", "why not");
        }

        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(ended.complaints()).singleElement().asString().contains("KEY_NOT_AUTHORIZED");
    }

    @Test
    void withoutASealerTheOutcomeIsUnknown() {
        Ended ended = key("add", "--root-key", rootKey, "--public-key", publicKey, "--timeout", "2s");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).singleElement().asString().contains("unknown", "sealer");
    }

    @Test
    void aRootMayNotBeLimitedToEventTypes() {
        Ended ended = key(
                "add", "--root-key", rootKey, "--public-key", publicKey, "--role", "root", "--event-types", "test.");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--event-types test.", "--role root");
    }

    private Ended key(String change, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "key", change, "--ledger", ledger.names().ledger(), "--bootstrap-server", broker.bootstrapServers()));
        arguments.addAll(List.of(more));
        return command.run(arguments.toArray(String[]::new));
    }
}
