package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code submit} says before it has found a broker. */
class SubmitUsageTest {
    @TempDir
    private Path directory;

    private Path key = Path.of("");
    private Path events = Path.of("");

    private final CommandProcess command = new CommandProcess(ClientCommand.class);

    @BeforeEach
    void makeFiles() throws IOException {
        KeyPairFiles files = KeyPairFiles.at(directory.resolve("key.pem"), "producer");
        files.create(TestLedger.key("producer"));
        key = files.privateKey();
        events = Files.writeString(
                directory.resolve("events.jsonl"), "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1}\n");
    }

    @Test
    void aMissingOptionIsNamed() {
        Ended ended = command.run("submit", "--ledger", "payments", "--events", "-");

        assertUsage(ended, "--key=FILE", "--no-certificate");
    }

    @Test
    void aKeyAndNoCertificateExcludeEachOther() {
        Ended ended = command.run(
                "submit", "--ledger", "payments", "--events", "-", "--key", key.toString(), "--no-certificate");

        assertUsage(ended, "mutually exclusive");
    }

    @Test
    void aLedgersNameThatKafkaWouldRefuseIsRefused() {
        Ended ended = submit("--ledger", "pay/ments", "--bootstrap-server", "localhost:9");

        assertUsage(ended, "ledger=pay/ments", "--ledger", "A-Z a-z 0-9 . _ -");
    }

    @Test
    void theAddressCanBeMissingInEveryLayer() {
        Ended ended = submit("--ledger", "payments");

        assertUsage(ended, "bootstrap.servers is missing", "SEALSTREAM_BOOTSTRAP_SERVERS");
    }

    @Test
    void aBatchOfNoneIsRefused() {
        Ended ended = submit("--ledger", "payments", "--batch", "0");

        assertUsage(ended, "--batch 0", "1 to 65536");
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefusedWithTheWayToMendIt() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Ended ended = submit("--ledger", "payments", "--bootstrap-server", "localhost:9");

        assertUsage(ended, "--key", "rw-r--r--", "chmod 600 " + key);
    }

    @Test
    void aSettingThatThePromisesRestOnIsRefused() throws IOException {
        Path client = Files.writeString(directory.resolve("client.properties"), "acks=1\n");

        Ended ended = submit(
                "--ledger", "payments", "--bootstrap-server", "localhost:9", "--command-config", client.toString());

        assertUsage(ended, "acks=1", client.toString());
    }

    @Test
    void aFileOfEventsThatIsNotThereIsNamed() throws IOException {
        Files.delete(events);

        Ended ended = submit("--ledger", "payments", "--bootstrap-server", "localhost:9");

        assertUsage(ended, "--events " + events);
    }

    @Test
    void badLinesAreAllNamedAndNothingIsSent() throws IOException {
        Files.writeString(events, "{\"event_id\":7}\n{\"event_id\":\"a\"}\n");

        Ended ended = submit("--ledger", "payments", "--bootstrap-server", "localhost:9");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints())
                .containsExactly(
                        events + ":1: event_id must be a string",
                        events + ":2: occurred_at is missing",
                        "sealstream submit: --events " + events + " has bad lines, 2; nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "30d"})
    void aTimeoutThatIsTooShortOrTooLongIsRefused(String timeout) {
        Ended ended = submit("--ledger", "payments", "--bootstrap-server", "localhost:9", "--timeout", timeout);

        assertUsage(ended, "--timeout", "2 ms to 24 days");
    }

    @Test
    void aMissingBrokerIsOneLineWithinTheTimeout() {
        Instant begin = Instant.now();

        Ended ended = submit("--ledger", "payments", "--bootstrap-server", "localhost:9", "--timeout", "2s");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("localhost:9");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private Ended submit(String... more) {
        String[] arguments = {"submit", "--events", events.toString(), "--key", key.toString()};
        return command.run(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static void assertUsage(Ended ended, String... parts) {
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).singleElement().asString().contains(parts);
    }
}
