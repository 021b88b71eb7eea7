package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.control.Certification;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code submit} as a process against a real broker. */
@ExtendWith(SharedBroker.class)
class SubmitCommandTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");

    @TempDir
    private Path directory;

    private Path key = Path.of("");

    private final TestBroker broker;
    private final TestLedger ledger;
    private final CommandProcess command = new CommandProcess(ClientCommand.class);

    SubmitCommandTest(TestBroker broker) throws IOException {
        this.broker = broker;
        ledger = TestLedger.create(broker);
    }

    @BeforeEach
    void makeKey() throws IOException {
        KeyPairFiles files = KeyPairFiles.at(directory.resolve("key.pem"), "producer");
        files.create(PRODUCER);
        key = files.privateKey();
    }

    @Test
    void everyEventIsSealedInTheOrderOfTheFileAndASecondRunFindsDuplicates() throws Exception {
        Path events = events(100);
        Ended first;
        Ended second;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER)) {
            first = submit("--events", events.toString(), "--batch", "64", "--format", "json");
            second = submit("--events", events.toString(), "--format", "json");
        }

        assertThat(first.exitCode()).isZero();
        assertThat(json(first).toString())
                .contains("\"events\":100,\"sealed\":100,\"duplicate\":0,\"rejected\":{},\"unknown\":0,\"not_sent\":0,"
                        + "\"first_sequence\":1,\"last_sequence\":100");
        assertThat(second.exitCode()).isZero();
        assertThat(json(second).toString())
                .contains("\"sealed\":0,\"duplicate\":100", "\"first_sequence\":null,\"last_sequence\":null");
    }

    @Test
    void theSummaryForPeopleHasCountsByOutcome() throws Exception {
        Path events = events(3);

        Ended ended;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER)) {
            ended = submit("--events", events.toString());
        }

        assertThat(ended.out())
                .startsWith(ledger.names().ledger() + ": 3 events submitted in ")
                .contains(
                        "sealed               3  sequence 1 to 3", "duplicate            0", "rejected             0");
        assertThat(ended.complaints()).last().asString().startsWith("Submitting: 3 in ");
    }

    @Test
    void standardInputIsReadToItsEnd() throws Exception {
        command.reading(events(5));

        Ended ended;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER)) {
            ended = submit("--events", "-", "--format", "json", "--salt");
        }

        assertThat(ended.exitCode()).isZero();
        assertThat(json(ended).get("sealed").longValue()).isEqualTo(5);
    }

    @Test
    void aStreamIsSubmittedUpToItsFirstBadLine() throws Exception {
        Path events = events(2);
        Files.writeString(events, Files.readString(events) + "{\"event_id\":\"c\"}\n");
        command.reading(events);

        Ended ended;
        try (TestSealer sealer = TestSealer.start(ledger, PRODUCER)) {
            ended = submit("--events", "-", "--format", "json", "--batch", "8");
        }

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(json(ended).get("sealed").longValue()).isEqualTo(2);
        assertThat(ended.complaints()).last().asString().contains("standard input:3: occurred_at is missing");
    }

    @Test
    void anUnknownOutcomeGoesBeforeABadLine() throws Exception {
        Path events = events(2);
        Files.writeString(events, Files.readString(events) + "{\"event_id\":\"c\"}\n");
        command.reading(events);

        Ended ended = submit("--events", "-", "--format", "json", "--timeout", "2s");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(json(ended).get("not_sent").isNull()).isTrue();
        assertThat(ended.err()).contains("standard input:3: occurred_at is missing", "standard input:1: unknown: ");
    }

    @Test
    void rejectionsAreCountedByReasonAndShownWithTheirLine() throws Exception {
        Path events = events(2);

        Ended ended;
        try (TestSealer sealer = TestSealer.start(ledger)) {
            ended = submit("--events", events.toString(), "--format", "json");
        }

        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(json(ended).get("rejected").toString()).isEqualTo("{\"KEY_UNKNOWN\":2}");
        assertThat(ended.err()).contains(events + ":2: rejected, KEY_UNKNOWN: ");
    }

    @Test
    void anUnknownOutcomeIsNoSuccessAndEndsTheSubmission() throws Exception {
        Path events = events(2);

        Ended ended = submit("--events", events.toString(), "--format", "json", "--timeout", "2s");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(json(ended).get("unknown").longValue()).isEqualTo(2);
        assertThat(ended.err()).contains(events + ":1: unknown: ");
    }

    @Test
    void aDeadlineThatCannotBeMetRejects() throws Exception {
        Path events = events(1);

        Ended ended;
        try (TestSealer sealer = TestSealer.startLate(ledger, PRODUCER)) {
            ended = submit("--events", events.toString(), "--format", "json", "--deadline", "1ms");
        }

        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(json(ended).get("rejected").toString()).isEqualTo("{\"EXPIRED\":1}");
    }

    @Test
    void aLedgerThatRequiresCertificatesIsNotTriedWithout() throws Exception {
        Ended ended = run(ledger, "--no-certificate", "--events", events(1).toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("--no-certificate", ledger.names().ledger(), "--key");
    }

    @Test
    void aLedgerThatDoesNotTakesEventsWithout() throws Exception {
        TestLedger open = TestLedger.create(broker, Certification.NONE);

        Ended ended;
        try (TestSealer sealer = TestSealer.start(open)) {
            ended = run(open, "--no-certificate", "--events", events(1).toString());
        }

        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void aMissingTopicIsNamed() throws Exception {
        TestLedger missing = new TestLedger(
                new LedgerTopicNames("missing"),
                ledger.topics(),
                ledger.genesisRecord(),
                ledger.genesis(),
                ledger.root());

        Ended ended =
                run(missing, "--key", key.toString(), "--events", events(1).toString());

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("missing.sealed", broker.bootstrapServers());
    }

    private Ended submit(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--key", key.toString()));
        arguments.addAll(List.of(more));
        return run(ledger, arguments.toArray(String[]::new));
    }

    private Ended run(TestLedger target, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "submit", "--ledger", target.names().ledger(), "--bootstrap-server", broker.bootstrapServers()));
        arguments.addAll(List.of(more));
        return command.run(arguments.toArray(String[]::new));
    }

    private Path events(int count) throws IOException {
        return Files.writeString(
                directory.resolve("events.jsonl"),
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"event_id\":\"e" + i + "\",\"event_type\":\"test.happened\",\"occurred_at\":"
                                + i + ",\"payload\":{\"n\":" + i + "}}\n")
                        .collect(Collectors.joining()));
    }

    private static ObjectNode json(Ended ended) {
        try {
            return StrictJson.object(ended.out());
        } catch (InvalidJsonException e) {
            throw new AssertionError("no JSON on standard output: " + ended, e);
        }
    }
}
