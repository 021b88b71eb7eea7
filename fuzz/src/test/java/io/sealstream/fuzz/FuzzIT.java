package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each parser's promise, for as many inputs as Jazzer finds time for. An input that breaks one belongs into
 * {@code src/test/resources/findings/PARSER}, where every build tries it again.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class FuzzIT {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("fuzz.directory", "target/fuzz")).toAbsolutePath();
    private static final Path FIGURES = DIRECTORY.resolve("figures.md");

    private static final String ONLY = System.getProperty("fuzz.parser", "");

    static List<Parser> parsers() {
        return ONLY.isEmpty() ? Parsers.ALL : List.of(Parsers.named(ONLY));
    }

    @BeforeAll
    static void beginTheTable() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(FIGURES, """
                | parser | inputs | seconds | branches reached |
                | --- | ---: | ---: | ---: |
                """);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void nothingThatJazzerComesUpWithBreaksThePromise(Parser parser) throws IOException, InterruptedException {
        FuzzRun run = new FuzzRun(parser, DIRECTORY.resolve(parser.name()));

        int exitCode = run.run();

        assertThat(exitCode).as("see %s", run.log()).isZero();
        Files.writeString(FIGURES, run.figures(), StandardOpenOption.APPEND);
    }
}
