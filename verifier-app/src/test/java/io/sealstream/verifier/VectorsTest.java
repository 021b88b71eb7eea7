package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.verify.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ledger of the format's vectors, as a file on the command line. */
class VectorsTest {
    @TempDir
    private Path directory;

    static Stream<String> names() throws InvalidJsonException {
        return Vectors.expectations().properties().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isJudgedAsTheVectorsSay(String name) throws InvalidJsonException {
        JsonNode expected = Vectors.expectations().get(name);

        Cli.Ended ended = Cli.verify(Vectors.where(name, directory));

        String verdict = expected.get("verdict").textValue();
        assertThat(ended.verdict()).isEqualTo(verdict);
        assertThat(ended.exitCode())
                .isEqualTo(Verdicts.exitCode(Verdict.valueOf(verdict), true).number());
        assertThat(ended.json().get("first_bad_sequence")).isEqualTo(expected.get("first_bad_sequence"));
        assertThat(ended.faults()).containsAll(kindsAtFirst(expected));
        for (String member : List.of("size", "head", "root")) {
            assertThat(ended.json().get(member).asText())
                    .isEqualTo(expected.get(member).asText());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isJudgedTheSameWhereSeveralRead(String name) throws InvalidJsonException {
        Cli.Ended one = Cli.verify(Vectors.where(name, directory));

        Cli.Ended several = Cli.verify(Vectors.where(name, directory), "--readers", "3");

        assertThat(several.exitCode()).isEqualTo(one.exitCode());
        assertThat(several.verdict()).isEqualTo(one.verdict());
        assertThat(several.faults()).isEqualTo(one.faults());
        assertThat(several.json().get("root")).isEqualTo(one.json().get("root"));
    }

    private static List<String> kindsAtFirst(JsonNode expected) {
        JsonNode first = expected.get("first_bad_sequence");
        return StreamSupport.stream(expected.get("faults").spliterator(), false)
                .filter(fault -> fault.get("sequence").equals(first))
                .map(fault -> fault.get("kind").textValue() + "@" + first)
                .toList();
    }
}
