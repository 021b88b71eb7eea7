package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.merkle.InclusionProof;
import io.sealstream.core.merkle.MerkleTree;
import io.sealstream.core.vectors.JsonForm;
import io.sealstream.core.vectors.Vectors;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every byte that is hashed or signed, against the worked examples. */
class FormatVectorsTest {
    private static final JsonNode FILE = Vectors.json("format.json");
    private static final Hash LEDGER_ID = Hash.ofHex(FILE.get("ledger_id").textValue());

    record Example(SealedEvent sealed, JsonNode expect) {
        Bytes bytes(String name) {
            return Bytes.ofHex(expect.get(name).textValue());
        }

        Hash hash(String name) {
            return Hash.ofHex(expect.get(name).textValue());
        }

        @Override
        public String toString() {
            return sealed.sequence() + " " + sealed.event().eventId();
        }
    }

    private static Stream<Example> examples() {
        return StreamSupport.stream(FILE.get("records").spliterator(), false)
                .map(json -> new Example(JsonForm.sealedEvent(json.get("record")), json.get("expect")));
    }

    private static Stream<Example> certifiedExamples() {
        return examples().filter(example -> example.sealed().certificate() != null);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void contentIsByteForByteWhatTheFormatSays(Example example) {
        byte[] content = EventContent.encode(example.sealed().event());
        assertThat(Bytes.of(content)).isEqualTo(example.bytes("content"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void digestsAndHeaderAndEventHashAreTheExpectedOnes(Example example) {
        SealHeader header = example.sealed().header(HashAlgorithm.SHA_256);
        assertThat(header.eventDigest()).isEqualTo(example.hash("event_digest"));
        assertThat(header.certificateDigest()).isEqualTo(example.hash("certificate_digest"));
        assertThat(Bytes.of(header.encode())).isEqualTo(example.bytes("header"));
        ChainHash sha256 = ChainHash.of(HashAlgorithm.SHA_256);
        assertThat(header.eventHash(sha256)).isEqualTo(example.hash("event_hash"));
        assertThat(example.sealed().eventHash()).isEqualTo(example.hash("event_hash"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void inlinePayloadsMatchTheirCommitments(Example example) {
        assertThat(example.sealed().event().payload().isConsistent()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("certifiedExamples")
    void theSeedReproducesStatementAndSignature(Example example) {
        Certificate certificate = Objects.requireNonNull(example.sealed().certificate());
        byte[] statement = statement(example.sealed(), certificate);
        assertThat(Bytes.of(statement)).isEqualTo(example.bytes("statement"));
        assertThat(key(certificate.keyId()).sign(statement)).isEqualTo(certificate.signature());
    }

    @Test
    void theRootIsThatOfTheTreeOverTheLeaves() {
        MerkleTree tree = new MerkleTree();
        examples()
                .forEach(example -> tree.append(
                        example.sealed().header(HashAlgorithm.SHA_256).leafHash()));
        assertThat(tree.root()).isEqualTo(Hash.ofHex(FILE.get("root").textValue()));
    }

    private static byte[] statement(SealedEvent sealed, Certificate certificate) {
        Hash digest = sealed.event().digest();
        BatchProof batch = certificate.batch();
        if (batch == null) {
            return Statement.single(LEDGER_ID, certificate.algorithm(), certificate.keyId(), digest);
        }
        Hash root = new InclusionProof(batch.leafIndex(), batch.treeSize(), batch.path())
                .computeRoot(Statement.batchLeaf(digest))
                .orElseThrow();
        return Statement.batch(LEDGER_ID, certificate.algorithm(), certificate.keyId(), batch.treeSize(), root);
    }

    private static Ed25519SigningKey key(KeyId keyId) {
        JsonNode key = FILE.get("keys").get(keyId.value());
        Ed25519SigningKey signing =
                Ed25519SigningKey.ofSeed(Bytes.ofHex(key.get("seed").textValue()));
        assertThat(signing.publicKey().encoded())
                .isEqualTo(Bytes.ofHex(key.get("public_key").textValue()));
        return signing.withKeyId(keyId);
    }
}
