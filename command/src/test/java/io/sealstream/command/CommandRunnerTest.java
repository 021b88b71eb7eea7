package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {
    private static final Path FULL = Path.of("/dev/full");

    private final CommandProcess command = new CommandProcess(TryCommand.class);

    @Test
    void resultsGoToStandardOutputAndNothingElseDoes() {
        Ended ended = command.run("try", "result");

        assertThat(ended).isEqualTo(new Ended(0, "a result, in UTF-8: ü\n", ""));
    }

    @Test
    void helpShowsOptionsExitCodesAndExamples() {
        Ended ended = command.run("try", "--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("--bootstrap-server", "Exit codes:", "5   it did not", "Examples:\n  sealstream try result");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void coloursAreForTerminals() {
        Ended ended = command.with("TERM", "xterm").run("try", "--help");

        assertThat(ended.out()).doesNotContain("\033");
    }

    @Test
    void coloursCanBeForced() {
        Ended ended = command.with("CLICOLOR_FORCE", "1").with("NO_COLOR", "").run("try", "--help");

        assertThat(ended.out()).contains("\033[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0"})
    void anyValueOfNoColorTurnsThemOff(String value) {
        Ended ended =
                command.with("CLICOLOR_FORCE", "1").with("NO_COLOR", value).run("try", "--help");

        assertThat(ended.out()).contains("Options:").doesNotContain("\033");
    }

    @Test
    void aRootWithNothingButCommandsHasHelpToo() {
        Ended ended = command.run("--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("Usage: sealstream [-hV] COMMAND", "try");
    }

    @Test
    void noCommandAtAllIsAUsageError() {
        Ended ended = command.run();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("subcommand");
    }

    @Test
    void theVersionIsTheBuilds() {
        Ended ended = command.run("try", "--version");

        assertThat(ended.out()).matches("sealstream \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void aWrongFlagIsOneLineThatNamesTheRightOne() {
        Ended ended = command.run("try", "result", "--bootstrap-servers", "localhost:9092");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.complaints()).singleElement().asString().contains("did you mean --bootstrap-server");
    }

    @Test
    void aWrongValueIsOneLineThatSaysWhatIsAllowed() {
        Ended ended = command.run("try", "connect", "--timeout", "soon");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--timeout", "'soon'", "30s");
    }

    @Test
    void anExpectedFailureIsOneLineAndItsExitCode() {
        Ended ended = command.run("try", "reject");

        assertThat(ended).isEqualTo(new Ended(6, "", "sealstream try: 2 events were rejected\n"));
    }

    @Test
    void whatNobodyForesawIsOneLineThatTellsHowToSeeMore() {
        Ended ended = command.run("try", "bug");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("IllegalStateException: never thought of", "SEALSTREAM_DEBUG=1");
    }

    @Test
    void debuggingAddsTheStackTrace() {
        Ended ended = command.with("SEALSTREAM_DEBUG", "1").run("try", "bug");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.err()).contains("at io.sealstream.command.TryCommand$Try.run");
    }

    @Test
    void anErrorOfTheJvmEndsWithAnExitCodeOfOurs() {
        Ended ended = command.run("try", "error");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("StackOverflowError");
    }

    @Test
    void aMissingBrokerIsOneLineWithinTheTimeout() {
        Instant begin = Instant.now();

        Ended ended = command.run("try", "connect", "--bootstrap-server", "localhost:9", "--timeout", "2s");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("localhost:9", "--bootstrap-server");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anUnknownHostIsNoBroker() {
        Ended ended = command.run("try", "connect", "--bootstrap-server", "nowhere.invalid:9092");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("nowhere.invalid:9092");
    }

    @Test
    void aConnectionWithoutAnAddressIsAUsageError() {
        Ended ended = command.run("try", "connect");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("bootstrap.servers is missing", "SEALSTREAM_BOOTSTRAP_SERVERS");
    }

    static boolean hasAFullDevice() {
        return FULL.toFile().exists();
    }

    @Test
    @EnabledIf("hasAFullDevice")
    void aResultThatCannotBeWrittenIsNoSuccess(@TempDir Path directory) throws IOException {
        Path err = directory.resolve("err.txt");

        int exitCode = command.run(FULL, err, "try", "result");

        assertThat(exitCode).isEqualTo(5);
        assertThat(err).content().contains("standard output could not be written");
    }

    @Test
    void logsOneJsonObjectALineWhereItIsAskedTo() {
        Ended ended = command.run("try", "log");

        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .startsWith("{\"timestamp\":")
                .contains("\"level\":\"WARN\"", "\"formattedMessage\":\"two\\nlines, \\\"quoted\\u0001\\\"\"")
                .contains("\"className\":\"java.lang.IllegalStateException\"", "\"message\":\"why\"", "ü")
                .contains("TryCommand");
    }
}
