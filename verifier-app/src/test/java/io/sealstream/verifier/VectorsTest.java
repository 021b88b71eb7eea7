package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.verify.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ledger of the format's vectors, as a file on the command line. */
class VectorsTest {
    private static final Path LEDGERS = Path.of("src/test/resources/vectors/ledgers");
    private static final String ORIGIN = "example.com/payments";

    @TempDir
    private Path directory;

    static Stream<String> names() throws InvalidJsonException {
        return expectations().properties().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isJudgedAsTheVectorsSay(String name) throws InvalidJsonException {
        JsonNode expected = expectations().get(name);

        Cli.Ended ended = Cli.verify(arguments(name, expected.get("checkpoint")));

        String verdict = expected.get("verdict").textValue();
        assertThat(ended.verdict()).isEqualTo(verdict);
        assertThat(ended.exitCode()).isEqualTo(Verdict.valueOf(verdict).exitCode());
        assertThat(ended.json().get("first_bad_sequence")).isEqualTo(expected.get("first_bad_sequence"));
        assertThat(ended.faults()).containsAll(kindsAtFirst(expected));
        for (String member : List.of("size", "head", "root")) {
            assertThat(ended.json().get(member).asText())
                    .isEqualTo(expected.get(member).asText());
        }
    }

    private List<String> arguments(String name, JsonNode checkpoint) {
        List<String> arguments = new ArrayList<>(
                List.of("--file", LEDGERS.resolve(name + ".jsonl").toString()));
        if (!checkpoint.isNull()) {
            NoteSigner signer = new NoteSigner(ORIGIN, TestKeys.CHECKPOINT);
            Hash root = Hash.ofHex(checkpoint.get("root").textValue());
            String note = new Checkpoint(ORIGIN, checkpoint.get("size").longValue(), root)
                    .sign(signer)
                    .toString();
            Path file = TestFiles.write(directory.resolve("checkpoint"), note);
            arguments.addAll(List.of("--checkpoint", file.toString(), "--require-checkpoint"));
            arguments.addAll(List.of("--checkpoint-vkey", signer.verifierKey().toString()));
        }
        return arguments;
    }

    private static List<String> kindsAtFirst(JsonNode expected) {
        JsonNode first = expected.get("first_bad_sequence");
        return StreamSupport.stream(expected.get("faults").spliterator(), false)
                .filter(fault -> fault.get("sequence").equals(first))
                .map(fault -> fault.get("kind").textValue() + "@" + first)
                .toList();
    }

    private static ObjectNode expectations() throws InvalidJsonException {
        return StrictJson.object(Bytes.utf8(TestFiles.read(LEDGERS.resolve("expected.json"))));
    }
}
