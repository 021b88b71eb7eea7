package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One good ledger and one for each way to tamper with it, judged as their expected.json says. */
class LedgerVectorsTest {
    private static final JsonNode EXPECTED = Vectors.json("ledgers/expected.json");

    private static Stream<String> ledgers() {
        return EXPECTED.propertyStream().map(entry -> entry.getKey());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void isJudgedAsExpected(String name) {
        JsonNode expected = EXPECTED.get(name);
        VerificationResult result = verify(name, expected.get("checkpoint"));

        assertThat(result.verdict(Set.of()).name())
                .isEqualTo(expected.get("verdict").textValue());
        assertThat(result.firstBadSequence()).isEqualTo(sequence(expected.get("first_bad_sequence")));
        assertThat(Verifications.inShort(result.faults().listed())).containsAll(faults(expected));
        assertThat(result.size()).isEqualTo(expected.get("size").longValue());
        assertThat(result.head()).isEqualTo(Hash.ofHex(expected.get("head").textValue()));
        assertThat(result.root()).isEqualTo(Hash.ofHex(expected.get("root").textValue()));
    }

    private static VerificationResult verify(String name, JsonNode checkpoint) {
        Verification verification = Verifications.ofFile();
        if (!checkpoint.isNull()) {
            verification.expect(new TrustedCheckpoint(
                    checkpoint.get("size").longValue(),
                    Hash.ofHex(checkpoint.get("root").textValue())));
        }
        verification.accept(Verifications.lines(Vectors.ledger(name)));
        return verification.resultAtEnd();
    }

    private static Optional<Sequence> sequence(JsonNode json) {
        return json.isNull() ? Optional.empty() : Optional.of(new Sequence(json.longValue()));
    }

    private static List<String> faults(JsonNode expected) {
        List<String> faults = new ArrayList<>();
        expected.get("faults")
                .forEach(fault -> faults.add(
                        fault.get("sequence").asText() + " " + fault.get("kind").textValue()));
        return faults;
    }
}
