package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser's promise, for its samples, for what fuzzing once found, and for a few thousand inputs of a fixed seed. */
class HostileInputTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);
    private static final int INPUTS = 3_000;
    private static final Path FINDINGS = Path.of("src/test/resources/findings");

    static List<Parser> parsers() {
        return Parsers.ALL;
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void everySampleIsAccepted(Parser parser) {
        List<String> refused = parser.samples().stream()
                .filter(sample -> !parser.take(sample))
                .map(HexFormat.of()::formatHex)
                .toList();

        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void noChangedSampleBreaksThePromise(Parser parser) {
        Mutations mutations = new Mutations(SEED, parser.samples());

        for (int i = 0; i < INPUTS; i++) {
            take(parser, mutations.next());
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void noSampleThatIsCutOffBreaksThePromise(Parser parser) {
        byte[] sample = parser.samples().getFirst();

        for (int length = 0; length < sample.length; length++) {
            take(parser, Arrays.copyOf(sample, length));
        }
    }

    /** {@code findings/PARSER/FILE}. */
    @ParameterizedTest
    @MethodSource("parsers")
    void nothingThatFuzzingOnceFoundBreaksThePromiseAgain(Parser parser) throws IOException {
        Path findings = FINDINGS.resolve(parser.name());

        if (Files.isDirectory(findings)) {
            try (Stream<Path> files = Files.list(findings)) {
                for (Path file : files.toList()) {
                    take(parser, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void take(Parser parser, byte[] input) {
        try {
            var unused = parser.take(input);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "seed " + SEED + ", input " + HexFormat.of().formatHex(input), e);
        }
    }
}
