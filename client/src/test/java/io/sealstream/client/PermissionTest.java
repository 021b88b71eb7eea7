package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandCall;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.reader.DocumentedGrants;
import io.sealstream.reader.Grant;
import io.sealstream.reader.GuardedBroker;
import io.sealstream.reader.TestTopics;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code submit} and {@code key} do with what docs/operations.md says that they must be granted, and without. */
@Timeout(60)
class PermissionTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static GuardedBroker broker;
    private static TestLedger ledger;
    private static TestSealer sealer;

    @BeforeAll
    static void makeALedger() throws IOException {
        broker = GuardedBroker.start(directory);
        ledger = TestLedger.create(new TestTopics(broker.operatorClient()), Certification.REQUIRED);
        sealer = TestSealer.start(ledger, PRODUCER);
        KeyPairFiles.at(directory.resolve("producer.pem"), "producer").create(PRODUCER);
        KeyPairFiles.at(directory.resolve("root.pem"), "root").create(ledger.root());
        KeyPairFiles.at(directory.resolve("other.pem"), "other").create(TestLedger.key("other"));
        Files.writeString(directory.resolve("events.jsonl"), line("a"));
    }

    @AfterAll
    static void close() {
        sealer.close();
        broker.close();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoMayDoNothingIsToldSo(String command) {
        broker.permitOnly(List.of());

        Ended ended = new CommandProcess(ClientCommand.class).run(words(command));

        assertRefused(ended, ledger.names().sealed());
    }

    static List<String> commands() {
        return List.of("submit", "key add", "key revoke");
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyoneNamesWhatTheyLack(String command, Grant lacking) {
        broker.permitOnly(grants(command).without(lacking));

        assertRefused(CommandCall.run(ClientCommand::run, words(command)), lacking.name());
    }

    static Stream<Arguments> needs() {
        return commands().stream()
                .flatMap(command -> grants(command).must().stream().map(grant -> Arguments.of(command, grant)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nobodyNeedsMoreThanTheyMustHave(String command) {
        broker.permitOnly(grants(command).must());

        Ended ended = CommandCall.run(ClientCommand::run, words(command));

        assertThat(ended.exitCode()).as(ended.err()).isIn(0, 6); // the other key is not there yet when it is revoked
    }

    /** The events go on standard input, the second and a line that is none when Write is gone. */
    @Test
    void aPermissionThatIsLostGoesBeforeABadLine() throws Exception {
        List<Grant> before = grants("submit").must();
        broker.permitOnly(before);
        InputStream in = System.in;
        try (PipedOutputStream events = new PipedOutputStream();
                TopicInspector inspector = new TopicInspector(ledger.connection(), PATIENCE)) {
            System.setIn(new PipedInputStream(events));
            long end = inspector.range(ledger.names().intake()).end();
            CompletableFuture<Ended> submit = CompletableFuture.supplyAsync(
                    () -> CommandCall.run(ClientCommand::run, submit("-")), task -> new Thread(task).start());
            write(events, line("b"));
            await().atMost(PATIENCE)
                    .until(() -> inspector.range(ledger.names().intake()).end() > end);
            broker.permitOnly(before.stream()
                    .filter(grant -> grant.operation() != AclOperation.WRITE)
                    .toList());
            write(events, line("c") + "{}\n");
            events.close();

            Ended ended = submit.join();

            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
            assertThat(ended.err()).contains("standard input:3: ");
            assertThat(ended.complaints())
                    .last()
                    .asString()
                    .contains("permission", ledger.names().intake());
        } finally {
            System.setIn(in);
        }
    }

    /** A fetch that the broker holds was permitted before, and still gives one outcome. */
    @Test
    void whoMayReadOutcomesAgainGetsThemAgain() throws Exception {
        List<Grant> all = grants("submit").must();
        broker.permitOnly(all);
        ClientSettings impatient = ClientSettings.DEFAULT.withTimeout(Duration.ofSeconds(3));
        try (LedgerClient client = LedgerClient.open(broker.guestConnection(), ledger.names(), impatient)) {
            broker.permitOnly(all.stream()
                    .filter(grant -> !grant.name().equals(ledger.names().sealed()))
                    .toList());
            await().atMost(PATIENCE)
                    .until(() -> submitAnother(client) instanceof SubmissionOutcome.Unknown(String detail)
                            && detail.contains(ledger.names().sealed()));

            broker.permitOnly(all);

            await().atMost(PATIENCE).until(() -> submitAnother(client) instanceof SubmissionOutcome.Sealed);
        }
    }

    private static SubmissionOutcome submitAnother(LedgerClient client) throws Exception {
        Event event = TestLedger.event(UUID.randomUUID().toString());
        return client.submit(new Certifier(client.ledgerId(), PRODUCER).certify(event))
                .get();
    }

    private static DocumentedGrants grants(String command) {
        return DocumentedGrants.of(command.split(" ", 2)[0], ledger.names().ledger());
    }

    private static String[] words(String command) {
        return switch (command) {
            case "submit" -> submit(directory.resolve("events.jsonl").toString());
            case "key add" -> words("key", "add", "--public-key", file("other.pub"), "--root-key", file("root.pem"));
            default ->
                words("key", "revoke", "--key-id", "other", "--reason", "no reason", "--root-key", file("root.pem"));
        };
    }

    private static String[] submit(String events) {
        return words("submit", "--key", file("producer.pem"), "--events", events);
    }

    private static String[] words(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--ledger",
                ledger.names().ledger(),
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--command-config",
                broker.guestFile().toString(),
                "--timeout",
                "10s"));
        return all.toArray(String[]::new);
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }

    private static String line(String id) {
        return "{\"event_id\":\"" + id + "\",\"event_type\":\"test.happened\",\"occurred_at\":1,\"payload\":1}\n";
    }

    private static void write(PipedOutputStream events, String text) throws IOException {
        events.write(text.getBytes(StandardCharsets.UTF_8));
        events.flush();
    }

    private static void assertRefused(Ended ended, String name) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("permission", name);
        assertThat(ended.out()).isEmpty();
    }
}
