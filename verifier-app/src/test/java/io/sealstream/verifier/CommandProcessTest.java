package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as their users have them: processes that end with the right code and say nothing that was not asked for. */
@ExtendWith(SharedBroker.class)
class CommandProcessTest {
    private static final Path LEDGERS = Path.of("src/test/resources/vectors/ledgers");

    private final CommandProcess command = new CommandProcess(VerifierCommand.class);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "0, VERIFIED, valid.jsonl, --format=text",
        "10, TAMPERED, payload-flipped.jsonl, --format=text",
        "4, UNANCHORED, valid.jsonl, --require-checkpoint",
        "5, ERROR, missing.jsonl, --format=text"
    })
    void verifyEndsWithItsVerdict(int exitCode, String verdict, String file, String flag) {
        Ended ended = command.run("verify", "--file", LEDGERS.resolve(file).toString(), flag);

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out()).startsWith(verdict + ": ");
        assertThat(ended.complaints()).hasSize(1);
    }

    @Test
    void verifyOfNothingIsIncomplete() {
        Path empty = TestFiles.write(directory.resolve("empty.jsonl"), "");

        Ended ended = command.run("verify", "--file", empty.toString());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).startsWith("INCOMPLETE: ");
    }

    @Test
    void wrongArgumentsEndWithTwo() {
        Ended ended = command.run("verify", "--file", "a", "--ledger", "b");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).hasSize(1);
    }

    @Test
    void anExportIsVerifiedWithTheProviderThatTheEnvironmentNames() {
        Ended ended = command.with("SEALSTREAM_SIGNATURE_PROVIDER", "corretto")
                .run("verify", "--file", LEDGERS.resolve("valid.jsonl").toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("SEALSTREAM_SIGNATURE_PROVIDER", "Corretto");
    }

    @Test
    void everyCommandReadsATopic(TestBroker broker) {
        KafkaLedger ledger = KafkaLedger.whole(broker.bootstrapServers(), 3);
        Path file = directory.resolve("test.jsonl");

        Ended verified = run(ledger, "verify");
        Ended exported = run(ledger, "export", "--out", file.toString());
        Ended shown = run(ledger, "show", "4");
        Ended head = run(ledger, "head");

        assertThat(List.of(verified, exported, shown, head))
                .extracting(Ended::exitCode)
                .containsOnly(0);
        assertThat(verified.out())
                .startsWith("VERIFIED: ledger " + ledger.names().ledger());
        assertThat(verified.complaints()).hasSize(1);
        assertThat(exported.out()).isEmpty();
        assertThat(file).hasContent(TestLedger.lines(ledger.values().records()));
        assertThat(shown.out()).contains("\"event-2\"");
        assertThat(shown.err()).isEmpty();
        assertThat(head.out()).contains(ledger.values().last().eventHash().hex());
        assertThat(head.err()).isEmpty();
    }

    @Test
    void theDoctorEndsWithFiveWhereACheckFails() {
        Ended ended = command.run("doctor", "--bootstrap-server", "127.0.0.1:1", "--timeout", "1s");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.out())
                .startsWith("FAIL  listeners    127.0.0.1:1 cannot be reached")
                .contains("fix: check host and port")
                .endsWith("1 FAIL, 3 SKIP\n")
                .doesNotContain("\033");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void theDoctorHasColours() {
        Ended ended = command.with("CLICOLOR_FORCE", "1")
                .run("doctor", "--bootstrap-server", "127.0.0.1:1", "--timeout", "1s");

        assertThat(ended.out()).contains("\033[1m\033[31mFAIL");
    }

    @ParameterizedTest
    @CsvSource({"head,", "show, 1", "export, --out=-"})
    void aCommandWithoutABrokerEndsWithFive(String word, String argument) {
        List<String> arguments = new ArrayList<>(List.of(word));
        if (argument != null) {
            arguments.add(argument);
        }
        arguments.addAll(List.of("--ledger", "any", "--bootstrap-server", "localhost:1", "--timeout", "1s"));

        Ended ended = command.run(arguments.toArray(String[]::new));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).singleElement().asString().contains("localhost:1");
    }

    private Ended run(KafkaLedger ledger, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(ledger.where());
        return command.run(all.toArray(String[]::new));
    }
}
