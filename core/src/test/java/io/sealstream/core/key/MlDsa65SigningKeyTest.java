package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlDsa65SigningKeyTest {
    private static final Bytes SEED = Bytes.ofHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final byte[] STATEMENT = "a statement".getBytes(StandardCharsets.UTF_8);

    private final MlDsa65Scheme scheme = new MlDsa65Scheme();
    private final MlDsa65SigningKey key = MlDsa65SigningKey.ofSeed(SEED);

    @Test
    void signsTheSameEachTimeAndTheSchemeVerifiesIt() {
        Bytes signature = key.sign(STATEMENT);

        assertThat(key.algorithm()).isEqualTo(scheme.algorithm());
        assertThat(signature.length()).isEqualTo(3_309);
        assertThat(key.sign(STATEMENT)).isEqualTo(signature);
        assertThat(scheme.verify(key.publicKey().encoded(), STATEMENT, signature))
                .isTrue();
    }

    @Test
    void verifiesNothingElse() {
        Bytes signature = key.sign(STATEMENT);
        Bytes publicKey = key.publicKey().encoded();
        Bytes other = MlDsa65SigningKey.ofSeed(Bytes.ofHex("08".repeat(32)))
                .publicKey()
                .encoded();

        assertThat(scheme.verify(publicKey, new byte[] {1}, signature)).isFalse();
        assertThat(scheme.verify(other, STATEMENT, signature)).isFalse();
        assertThat(IntStream.iterate(0, byteOfMany -> byteOfMany < 3_309, byteOfMany -> byteOfMany + 331))
                .noneMatch(index -> scheme.verify(publicKey, STATEMENT, changed(signature, index)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 3_308, 3_310})
    void refusesSignaturesOfOtherLengths(int length) {
        Bytes signature = resized(key.sign(STATEMENT), length);

        assertThat(scheme.verify(key.publicKey().encoded(), STATEMENT, signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 1_951, 1_953})
    void allowsNoKeysOfOtherLengths(int length) {
        Bytes publicKey = resized(key.publicKey().encoded(), length);

        assertThat(scheme.isAllowed(publicKey)).isFalse();
        assertThat(scheme.verify(publicKey, STATEMENT, key.sign(STATEMENT))).isFalse();
    }

    @Test
    void isNamedAfterItsPublicKey() {
        assertThat(key.keyId().value()).matches("ml-dsa-65-[0-9a-f]{16}");
    }

    @Test
    void signsTheSameUnderAnotherName() {
        MlDsa65SigningKey renamed = key.withKeyId(new KeyId("producer-1"));

        assertThat(renamed.keyId().value()).isEqualTo("producer-1");
        assertThat(renamed.sign(STATEMENT)).isEqualTo(key.sign(STATEMENT));
    }

    @Test
    void generatesAnAllowedKeyEachTime() {
        SecureRandom random = new SecureRandom();

        MlDsa65SigningKey made = MlDsa65SigningKey.generate(random);

        assertThat(scheme.isAllowed(made.publicKey().encoded())).isTrue();
        assertThat(made.publicKey())
                .isNotEqualTo(MlDsa65SigningKey.generate(random).publicKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 4_032})
    void refusesSeedsOfOtherLengths(int length) {
        Bytes seed = Bytes.wrap(new byte[length]);

        assertThatThrownBy(() -> MlDsa65SigningKey.ofSeed(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(length));
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(key.toString())
                .contains(key.keyId().value())
                .doesNotContain(SEED.hex().substring(0, 8));
    }

    private static Bytes changed(Bytes bytes, int index) {
        byte[] changed = bytes.toByteArray();
        changed[index] ^= 1;
        return Bytes.wrap(changed);
    }

    private static Bytes resized(Bytes bytes, int length) {
        return Bytes.wrap(Arrays.copyOf(bytes.unsafeArray(), length));
    }
}
