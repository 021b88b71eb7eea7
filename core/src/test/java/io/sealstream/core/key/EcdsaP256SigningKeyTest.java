package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaP256SigningKeyTest {
    private static final Bytes SECRET = Bytes.ofHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");

    private final EcdsaP256SigningKey key = EcdsaP256SigningKey.ofSecret(SECRET);

    @Test
    void hasThePublicKeyOfRfc6979() {
        assertThat(key.publicKey().encoded().hex())
                .isEqualTo("3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                        + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                        + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    }

    /** RFC 6979 appendix A.2.5, P-256 with SHA-256; their s, or n - s where theirs is above n/2. */
    @ParameterizedTest
    @CsvSource({
        "sample,efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716,"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        "test,f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367,"
                + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
    })
    void signsAsRfc6979DoesWithTheLowerS(String message, String r, String s) {
        Bytes signature = key.sign(message.getBytes(StandardCharsets.UTF_8));

        assertThat(signature)
                .isEqualTo(new EcdsaSignature(new BigInteger(r, 16), new BigInteger(s, 16))
                        .low()
                        .encode());
    }

    @Test
    void signsWhatTheSchemeOfItsAlgorithmVerifies() {
        EcdsaP256Scheme scheme = new EcdsaP256Scheme();
        assertThat(key.algorithm()).isEqualTo(scheme.algorithm());

        for (byte i = 0; i < 16; i++) {
            byte[] statement = {i};
            assertThat(scheme.verify(key.publicKey().encoded(), statement, key.sign(statement)))
                    .as("statement %d", i)
                    .isTrue();
        }
    }

    @Test
    void isNamedAfterItsPublicKey() {
        assertThat(key.keyId().value()).matches("ecdsa-p256-sha256-[0-9a-f]{16}");
    }

    @Test
    void signsTheSameUnderAnotherName() {
        EcdsaP256SigningKey renamed = key.withKeyId(new KeyId("producer-1"));

        assertThat(renamed.keyId().value()).isEqualTo("producer-1");
        assertThat(renamed.sign(new byte[] {7})).isEqualTo(key.sign(new byte[] {7}));
    }

    @Test
    void generatesAnAllowedKeyEachTime() {
        SecureRandom random = new SecureRandom();

        EcdsaP256SigningKey made = EcdsaP256SigningKey.generate(random);

        assertThat(new EcdsaP256Scheme().isAllowed(made.publicKey().encoded())).isTrue();
        assertThat(made.publicKey())
                .isNotEqualTo(EcdsaP256SigningKey.generate(random).publicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", // n
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "000000000000000000000000000000000000000000000000000000000000000001",
            })
    void refusesASecretThatIsNoNumberBelowN(String hex) {
        Bytes secret = Bytes.ofHex(hex);

        assertThatThrownBy(() -> EcdsaP256SigningKey.ofSecret(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(key.toString())
                .contains(key.keyId().value())
                .doesNotContain(SECRET.hex().substring(0, 8));
    }
}
