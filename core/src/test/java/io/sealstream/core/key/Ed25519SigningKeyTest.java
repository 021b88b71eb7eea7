package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519SigningKeyTest {
    private static final Bytes SEED = Bytes.ofHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    /** RFC 8032 section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    })
    void signsAsRfc8032Does(String seed, String publicKey, String message, String signature) {
        Ed25519SigningKey key = Ed25519SigningKey.ofSeed(Bytes.ofHex(seed));
        byte[] statement = Bytes.ofHex(message).toByteArray();

        Bytes signed = key.sign(statement);

        assertThat(signed.hex()).isEqualTo(signature);
        assertThat(key.publicKey().encoded().hex()).isEqualTo(publicKey);
        assertThat(new Ed25519Scheme().verify(key.publicKey().encoded(), statement, signed))
                .isTrue();
    }

    @Test
    void isNamedAfterItsPublicKey() {
        assertThat(Ed25519SigningKey.ofSeed(SEED).keyId()).isEqualTo(new KeyId("ed25519-21fe31dfa154a261"));
    }

    @Test
    void signsTheSameUnderAnotherName() {
        Ed25519SigningKey key = Ed25519SigningKey.ofSeed(SEED);

        Ed25519SigningKey renamed = key.withKeyId(new KeyId("producer-1"));

        assertThat(renamed.keyId().value()).isEqualTo("producer-1");
        assertThat(renamed.sign(new byte[] {7})).isEqualTo(key.sign(new byte[] {7}));
    }

    @Test
    void generatesAnAllowedKeyEachTime() {
        SecureRandom random = new SecureRandom();

        Ed25519SigningKey key = Ed25519SigningKey.generate(random);

        assertThat(new Ed25519Scheme().isAllowed(key.publicKey().encoded())).isTrue();
        assertThat(key.publicKey())
                .isNotEqualTo(Ed25519SigningKey.generate(random).publicKey());
    }

    @Test
    void keepsTheSeedItWasGiven() {
        byte[] seed = SEED.toByteArray();
        Ed25519SigningKey key = Ed25519SigningKey.ofSeed(Bytes.wrap(seed));

        seed[0] ^= 1;

        assertThat(key.toPkcs8()).isEqualTo(Ed25519SigningKey.ofSeed(SEED).toPkcs8());
    }

    @Test
    void neverShowsTheSecret() {
        String shown = Ed25519SigningKey.ofSeed(SEED).toString().toLowerCase(Locale.ROOT);

        assertThat(shown)
                .contains("ed25519-21fe31dfa154a261")
                .doesNotContain(SEED.hex().substring(0, 8));
    }

    @Test
    void signsWhatTheSchemeOfItsAlgorithmVerifies() {
        SigningKey key = Ed25519SigningKey.ofSeed(SEED);
        byte[] statement = "hello".getBytes(StandardCharsets.UTF_8);

        Bytes signature = key.sign(statement);

        assertThat(SignatureSchemes.supported().find(key.algorithm()))
                .hasValueSatisfying(
                        scheme -> assertThat(scheme.verify(key.publicKey().encoded(), statement, signature))
                                .isTrue());
    }
}
