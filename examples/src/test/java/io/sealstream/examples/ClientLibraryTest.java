package io.sealstream.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.LedgerClient;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.client.verifying.PositionFile;
import io.sealstream.client.verifying.VerifiedPosition;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples that use the client library, as programs. */
@ExtendWith(SharedBroker.class)
class ClientLibraryTest {
    private final TestBroker broker;
    private final TestLedger ledger;

    @TempDir
    Path directory;

    ClientLibraryTest(TestBroker broker) throws IOException {
        this.broker = broker;
        this.ledger = TestLedger.create(broker, Certification.RECORDED);
    }

    private Path key;

    @BeforeEach
    void writeKey() throws IOException {
        key = directory.resolve("producer.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, PrivateKeyPem.text(TestLedger.key("producer")));
    }

    @Test
    void submitSaysWhereItsEventWasSealedOrWhyNot() throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger)) {
            List<String> first = submit("a");
            List<String> second = submit("a");

            assertThat(first).singleElement().asString().startsWith("sealed as 1 with the hash ");
            assertThat(second)
                    .containsExactly(
                            "refused, EVENT_ID_CONFLICT: another event was sealed under this" + " event_id as 1");
        }
    }

    @Test
    void theVerifyingConsumerGoesOnWhereItStoppedAndEndsWithTheEvidence() throws Exception {
        seal("a", "b");
        try (RunningProgram first = verifying()) {
            patiently()
                    .untilAsserted(
                            () -> assertThat(first.lines()).containsExactly("0 sealstream.genesis", "1 a", "2 b"));
            patiently().until(this::isKept);
        }
        ledger.topics().write(ledger.names(), List.of(ledger.genesisRecord()));

        try (RunningProgram second = verifying()) {
            patiently()
                    .untilAsserted(() -> assertThat(second.lines())
                            .singleElement()
                            .asString()
                            .contains("Tampered", "SEQUENCE_REGRESSION"));
        }
    }

    private void seal(String... ids) throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger);
                LedgerClient client = ledger.client()) {
            for (String id : ids) {
                client.submit(new CertifiedEvent(TestLedger.event(id), null)).get();
            }
        }
    }

    private List<String> submit(String id) throws Exception {
        try (RunningProgram program = started(Submit.class, key.toString(), id)) {
            assertThat(program.process().waitFor()).isZero();
            return program.lines();
        }
    }

    private RunningProgram verifying() throws Exception {
        return started(VerifiedConsumer.class, positionFile().toString());
    }

    private RunningProgram started(Class<?> program, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of(broker.bootstrapServers(), ledger.names().ledger()));
        arguments.addAll(List.of(more));
        return RunningProgram.start(
                program, Files.createTempFile(directory, "out", ""), arguments.toArray(String[]::new));
    }

    private Path positionFile() {
        return directory.resolve("position");
    }

    private boolean isKept() throws IOException {
        return new PositionFile(positionFile())
                .load()
                .flatMap(VerifiedPosition::last)
                .equals(Optional.of(new Sequence(2)));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
