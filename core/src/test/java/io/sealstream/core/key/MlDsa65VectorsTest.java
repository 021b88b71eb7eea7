package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.vectors.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** NIST's keys and Project Wycheproof's signatures; see the README beside them. */
class MlDsa65VectorsTest {
    private static final List<SchemeVector> VECTORS = SchemeVector.withSharedKeys(
                    "wycheproof-ml-dsa-65-verify.json", Bytes::ofBase64)
            .toList();

    private final MlDsa65Scheme scheme = new MlDsa65Scheme();

    /** Also hints that are out of order, repeated, too many or padded, and vectors whose norm is too large. */
    @Test
    void refusesEverySignatureThatIsInvalid() {
        assertThat(VECTORS)
                .hasSize(56)
                .filteredOn(vector -> !vector.valid())
                .hasSize(35)
                .noneMatch(vector -> vector.isAcceptedBy(scheme));
    }

    @Test
    void acceptsOfTheValidOnesThoseWithTheEmptyContext() {
        assertThat(VECTORS)
                .filteredOn(SchemeVector::valid)
                .hasSize(21)
                .allMatch(vector -> vector.isAcceptedBy(scheme) != vector.hasContext())
                .filteredOn(SchemeVector::hasContext)
                .hasSize(2);
    }

    @Test
    void makesTheKeysOfNistFromTheirSeeds() {
        for (JsonNode vector : Vectors.json("algorithms/acvp-ml-dsa-65-keygen.json")) {
            MlDsa65SigningKey key = MlDsa65SigningKey.ofSeed(hex(vector, "seed"));

            assertThat(sha256(key.publicKey().encoded()))
                    .as("case %s", vector.get("id"))
                    .isEqualTo(vector.get("key_sha256").textValue());
        }
    }

    @Test
    void signsAsWycheproofSaysAndVerifiesIt() {
        for (JsonNode vector : Vectors.json("algorithms/wycheproof-ml-dsa-65-sign.json")) {
            MlDsa65SigningKey key = MlDsa65SigningKey.ofSeed(hex(vector, "seed"));
            byte[] message = hex(vector, "msg").toByteArray();

            Bytes signature = key.sign(message);

            assertThat(sha256(signature))
                    .as("case %s", vector.get("id"))
                    .isEqualTo(vector.get("sig_sha256").textValue());
            assertThat(scheme.verify(key.publicKey().encoded(), message, signature))
                    .isTrue();
        }
    }

    private static Bytes hex(JsonNode vector, String name) {
        return Bytes.ofHex(vector.get(name).textValue());
    }

    private static String sha256(Bytes bytes) {
        return Sha256.of(bytes.toByteArray()).hex();
    }
}
