package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.vectors.Vectors;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys as files have them, of every algorithm; Ed25519KeyFileTest has more about PEM itself. */
class PrivateKeyTest {
    /** openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256, OpenSSL 3.0.19. */
    private static final String P256_PEM = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2ueg3AusV97zqVTf
            tRzs0gugrP1RpDU+/kZP5L9vcg+hRANCAAS6WAVy5fkcw/LkuPaFkxuwyzVmvY/D
            BV+8nB9Adb4qeguwRnMBOPNHu1LdhEr8lEL0HC590knUeYvHoRe9sK5T
            -----END PRIVATE KEY-----
            """;

    /** The seed 00, 01, to 1f, written by pyca/cryptography 48.0.0 (OpenSSL 4.0.0). */
    private static final String ML_DSA_PEM = """
            -----BEGIN PRIVATE KEY-----
            MDQCAQAwCwYJYIZIAWUDBAMSBCKAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ
            GhscHR4f
            -----END PRIVATE KEY-----
            """;

    private static final String P256_ALGORITHM = "3013" + "0607" + "2a8648ce3d0201" + "0608" + "2a8648ce3d030107";

    private static final Bytes P256_SECRET =
            Bytes.ofHex("dae7a0dc0bac57def3a954dfb51cecd20ba0acfd51a4353efe464fe4bf6f720f");

    private static final Bytes ML_DSA_SEED =
            Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void readsAndWritesAKeyOfOpensslOnP256() {
        PrivateKey key = PrivateKey.fromPem(P256_PEM);

        assertThat(key).isInstanceOf(EcdsaP256SigningKey.class);
        assertThat(key.publicKey().encoded().hex())
                .isEqualTo("3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                        + "ba580572e5f91cc3f2e4b8f685931bb0cb3566bd8fc3055fbc9c1f4075be2a7a"
                        + "0bb046730138f347bb52dd844afc9442f41c2e7dd249d4798bc7a117bdb0ae53");
        assertThat(key.toPem()).isEqualToNormalizingNewlines(P256_PEM);
    }

    @Test
    void readsAKeyOnP256WithoutItsPublicKey() {
        Bytes der = Bytes.ofHex("304102010030130607" + "2a8648ce3d0201" + "0608" + "2a8648ce3d030107"
                + "042730250201010420dae7a0dc0bac57def3a954dfb51cecd20ba0acfd51a4353efe464fe4bf6f720f");

        assertThat(PrivateKey.fromPkcs8(der).publicKey())
                .isEqualTo(PrivateKey.fromPem(P256_PEM).publicKey());
    }

    @Test
    void readsAKeyOnP256ThatNamesItsCurveASecondTime() {
        String secret = "30310201010420" + P256_SECRET.hex() + "a00a06082a8648ce3d030107";

        PrivateKey read = PrivateKey.fromPkcs8(Bytes.ofHex(pkcs8(P256_ALGORITHM, secret)));

        assertThat(read.publicKey()).isEqualTo(PrivateKey.fromPem(P256_PEM).publicKey());
    }

    @Test
    void readsAndWritesAKeyOfOpensslOfMlDsa() {
        PrivateKey key = PrivateKey.fromPem(ML_DSA_PEM);

        assertThat(key).isInstanceOf(MlDsa65SigningKey.class);
        assertThat(Sha256.of(key.publicKey().encoded().toByteArray()).hex())
                .isEqualTo("d666806e11cee19a7c989f7445f90dd419cf4d2d51db8c0fdb4c0f0a542238c9");
        assertThat(key.toPem()).isEqualToNormalizingNewlines(ML_DSA_PEM);
    }

    /** As OpenSSL writes it unless it is told otherwise. */
    @Test
    void readsTheKeyOfRfc9881ThatHasSeedAndExpandedForm() {
        PrivateKey key = PrivateKey.fromPem(Vectors.text("algorithms/rfc9881-ml-dsa-65-both.pem"));

        assertThat(key.publicKey()).isEqualTo(PrivateKey.fromPem(ML_DSA_PEM).publicKey());
    }

    @Test
    void refusesTheKeyOfRfc9881ThatHasNoSeed() {
        String pem = Vectors.text("algorithms/rfc9881-ml-dsa-65-expanded.pem");

        assertThatThrownBy(() -> PrivateKey.fromPem(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a seed of 32 bytes");
    }

    @Test
    void refusesAKeyOfMlDsaWhoseExpandedFormIsAnothers() {
        Bytes der = seedAnd(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, new byte[32]).getEncoded());

        assertThatThrownBy(() -> PrivateKey.fromPkcs8(der))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RFC 9881");
    }

    @Test
    void refusesAKeyOfMlDsaWithAThirdPart() {
        byte[] seed = ML_DSA_SEED.toByteArray();
        byte[] expanded = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed).getEncoded();
        Bytes der = seedAnd(expanded, seed);

        assertThatThrownBy(() -> PrivateKey.fromPkcs8(der)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PrivateKey.fromPkcs8(seedAnd(expanded))).isNotNull();
    }

    private static Bytes seedAnd(byte[]... others) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new DEROctetString(ML_DSA_SEED.toByteArray()));
        Stream.of(others).map(DEROctetString::new).forEach(parts::add);
        return Pkcs8.encode(MlDsa65SigningKey.IN_PKCS8, new DERSequence(parts));
    }

    @ParameterizedTest
    @EnumSource(names = "OPAQUE", mode = Mode.EXCLUDE)
    void readsBackWhatItMadeAndWrote(SignatureAlgorithm algorithm) {
        PrivateKey made = PrivateKey.generate(algorithm, new SecureRandom());

        PrivateKey read = PrivateKey.fromPem(made.toPem());

        assertThat(made.algorithm()).isEqualTo(algorithm);
        assertThat(read.publicKey()).isEqualTo(made.publicKey());
        assertThat(read.keyId()).isEqualTo(KeyId.of(made.publicKey()));
        assertThat(read.sign(new byte[] {7})).isEqualTo(made.sign(new byte[] {7}));
    }

    static Stream<Arguments> knownKeys() {
        return Stream.of(
                argumentSet("P-256", PrivateKey.fromPem(P256_PEM), P256_SECRET),
                argumentSet("ML-DSA-65", PrivateKey.fromPem(ML_DSA_PEM), ML_DSA_SEED),
                argumentSet("Ed25519", Ed25519SigningKey.ofSeed(ML_DSA_SEED), ML_DSA_SEED));
    }

    @ParameterizedTest
    @MethodSource("knownKeys")
    void saysNothingOfItsSecret(PrivateKey key, Bytes secret) {
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret.toByteArray());

        assertThat(key.toPkcs8().hex()).contains(secret.hex());
        assertThat(key.toString().toLowerCase(Locale.ROOT))
                .doesNotContain(secret.hex().substring(0, 16));
        assertThat(key.toString()).doesNotContain(base64.substring(0, 12));
    }

    @Test
    void makesNoOpaqueKeys() {
        SecureRandom random = new SecureRandom();

        assertThatThrownBy(() -> PrivateKey.generate(SignatureAlgorithm.OPAQUE, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> noKeys() {
        String ec = "0607" + "2a8648ce3d0201";
        String p256 = P256_ALGORITHM;
        String secret = P256_SECRET.hex();
        String mlDsa = "300b0609608648016503040312";
        return Stream.of(
                argumentSet("P-384", pkcs8("3010" + ec + "06052b81040022", "3000"), "1.3.132.0.34"),
                argumentSet("a curve by its numbers", pkcs8("300b" + ec + "3000", "3000"), "1.2.840.10045.2.1"),
                argumentSet("no curve", pkcs8("3009" + ec, "3000"), "1.2.840.10045.2.1"),
                argumentSet("no ECPrivateKey", pkcs8(p256, "04020102"), "RFC 5915"),
                argumentSet("text for a secret", pkcs8(p256, "30250201010c20" + "07".repeat(32)), "RFC 5915"),
                argumentSet(
                        "text for the public key", pkcs8(p256, "302a0201010420" + secret + "a1030c0107"), "RFC 5915"),
                argumentSet("nothing at all", "", "not PKCS#8"),
                argumentSet("an empty ECPrivateKey", pkcs8(p256, "3000"), "RFC 5915"),
                argumentSet("an ECPrivateKey with a number as its secret", pkcs8(p256, "3006020101020107"), "RFC 5915"),
                argumentSet(
                        "a P-256 key whose ECPrivateKey names P-384",
                        pkcs8(p256, "302e0201010420" + secret + "a00706052b81040022"),
                        "RFC 5915"),
                argumentSet("zero on P-256", pkcs8(p256, "30250201010420" + "00".repeat(32)), "[1, n - 1]"),
                argumentSet("all ones on P-256", pkcs8(p256, "30250201010420" + "ff".repeat(32)), "[1, n - 1]"),
                argumentSet(
                        "the public key of another on P-256",
                        pkcs8(p256, "306b0201010420" + secret + "a14403420004" + "07".repeat(64)),
                        "another private key"),
                argumentSet(
                        "a public key that ends within a byte on P-256",
                        pkcs8(p256, "306b0201010420" + secret + "a14403420104" + "06".repeat(64)),
                        "another private key"),
                argumentSet("ML-DSA-44", pkcs8("300b0609608648016503040311", "8020" + "07".repeat(32)), "4.3.17"),
                argumentSet("ML-DSA with parameters", pkcs8("300d06096086480165030403120500", "8020"), "4.3.18 with"),
                argumentSet("a short seed", pkcs8(mlDsa, "801f" + "07".repeat(31)), "RFC 9881"),
                argumentSet("a seed without its tag", pkcs8(mlDsa, "0420" + "07".repeat(32)), "RFC 9881"),
                argumentSet("a seed with another tag", pkcs8(mlDsa, "8120" + "07".repeat(32)), "RFC 9881"),
                argumentSet("a seed alone in a sequence", pkcs8(mlDsa, "30220420" + "07".repeat(32)), "RFC 9881"),
                argumentSet(
                        "bytes behind it",
                        PrivateKey.fromPem(ML_DSA_PEM).toPkcs8().hex() + "00",
                        "not PKCS#8"));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void refusesWhatIsNoKeyOfTheThreeAlgorithms(String der, String why) {
        assertThatThrownBy(() -> PrivateKey.fromPkcs8(Bytes.ofHex(der)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("070707");
    }

    @Test
    void givesNoKeyOfAnotherAlgorithmWhereEd25519IsNeeded() {
        assertThatThrownBy(() -> Ed25519SigningKey.fromPem(P256_PEM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519 key is needed")
                .hasMessageContaining("ECDSA-P256-SHA256");
    }

    private static String pkcs8(String algorithm, String secret) {
        String octets = String.format("04%02x", secret.length() / 2) + secret;
        String content = "020100" + algorithm + octets;
        int length = content.length() / 2;
        return (length < 128 ? String.format("30%02x", length) : String.format("3081%02x", length)) + content;
    }
}
