package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.verify.Verdict;
import io.sealstream.verifier.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exit code is the verdict's own in every form, and the file of a report is there whatever the verdict. */
class EveryVerdictInEveryFormTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> all() {
        return Stream.of(Verdict.values())
                .flatMap(verdict -> Stream.of(ReportFormat.values()).map(format -> Arguments.of(verdict, format)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isToldAndKept(Verdict verdict, ReportFormat format) {
        Path file = directory.resolve("report");

        Cli.Ended ended = run(format, file, endingWith(verdict));

        assertThat(ended.exitCode()).isEqualTo(Verdicts.exitCode(verdict, true).number());
        assertThat(new Told(format, ended.out()).verdict()).isEqualTo(verdict.name());
        assertThat(file).hasContent(ended.out());
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @EnumSource
    void aBrokerThatIsNotThereIsAnErrorInEveryForm(ReportFormat format) {
        Path file = directory.resolve("report");

        Cli.Ended ended =
                run(format, file, List.of("--ledger", "any", "--bootstrap-server", "localhost:1", "--timeout", "1s"));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(new Told(format, TestFiles.read(file)).verdict()).isEqualTo("ERROR");
        assertThat(ended.err().lines()).singleElement().asString().contains("localhost:1");
    }

    @ParameterizedTest
    @EnumSource
    void wrongArgumentsGiveNoReportInAnyForm(ReportFormat format) {
        Path file = directory.resolve("report");

        Cli.Ended ended = run(format, file, List.of());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(file).doesNotExist();
    }

    /** A report says nothing of an exit code: that it is lost is known only when it was written. */
    @ParameterizedTest
    @EnumSource
    void aReportThatGetsLostIsAnErrorAndClaimsNoOtherExitCode(ReportFormat format) {
        Path unwritable = directory.resolve("r".repeat(255));

        Cli.Ended ended = run(format, unwritable, endingWith(Verdict.VERIFIED));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.err()).contains("was not written");
        assertThat(ended.out()).doesNotContain("exitCode", "exit_code");
    }

    private static Cli.Ended run(ReportFormat format, Path file, List<String> more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--format", format.name(), "--report", file.toString()));
        arguments.addAll(more);
        return Cli.run(arguments.toArray(String[]::new));
    }

    private List<String> endingWith(Verdict verdict) {
        Path valid = Vectors.LEDGERS.resolve("valid.jsonl");
        return switch (verdict) {
            case VERIFIED -> List.of("--file", valid.toString());
            case TAMPERED ->
                List.of(
                        "--file",
                        Vectors.LEDGERS.resolve("payload-flipped.jsonl").toString());
            case INCOMPLETE ->
                List.of(
                        "--file",
                        TestFiles.write(directory.resolve("empty.jsonl"), "").toString());
            case UNANCHORED -> List.of("--file", valid.toString(), "--require-checkpoint");
            case ERROR -> List.of("--file", directory.resolve("nothing.jsonl").toString());
        };
    }
}
