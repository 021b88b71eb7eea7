package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519SchemeTest {
    private static final byte[] STATEMENT = "a statement".getBytes(StandardCharsets.UTF_8);
    private static final Ed25519Forge SIGNER = Ed25519Forge.honest(424_242);

    private final SignatureScheme scheme = scheme();

    SignatureScheme scheme() {
        return new Ed25519Scheme();
    }

    @Test
    void acceptsWhatTheTextbookSigns() {
        assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, SIGNER.sign(STATEMENT, 77)))
                .isTrue();
    }

    @Test
    void acceptsTheIdentityAsR() {
        assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, SIGNER.sign(STATEMENT, 0)))
                .isTrue();
    }

    @Test
    void refusesAnotherStatement() {
        Bytes signature = SIGNER.sign(STATEMENT, 77);

        assertThat(scheme.verify(SIGNER.publicKey(), new byte[] {1}, signature)).isFalse();
    }

    @Test
    void refusesAnotherKey() {
        Bytes other = Ed25519Forge.honest(5).publicKey();

        assertThat(scheme.verify(other, STATEMENT, SIGNER.sign(STATEMENT, 77))).isFalse();
    }

    @Test
    void refusesEveryFlippedBit() {
        Bytes signature = SIGNER.sign(STATEMENT, 77);

        assertThat(IntStream.range(0, 512).mapToObj(bit -> flipped(signature, bit)))
                .noneMatch(changed -> scheme.verify(SIGNER.publicKey(), STATEMENT, changed));
    }

    @Test
    void refusesSThatIsNotReduced() {
        Bytes r = EdwardsPoint.BASE.times(77).encode();
        BigInteger s = SIGNER.scalarFor(STATEMENT, 77, r);

        for (int times = 1; times < 8; times++) {
            BigInteger unreduced = s.add(EdwardsPoint.L.multiply(BigInteger.valueOf(times)));
            Bytes signature = Ed25519Forge.signature(r, unreduced);
            assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, signature))
                    .as("S + %d L", times)
                    .isFalse();
        }
    }

    /** A library that checks a multiple of the equation accepts about half of these, or with a cofactor all. */
    @Test
    void refusesRWithAPointOfSmallOrderAdded() {
        for (int i = 1; i < 8; i++) {
            EdwardsPoint torsion = EdwardsPoint.OF_ORDER_EIGHT.times(i);
            for (int nonce = 0; nonce < 12; nonce++) {
                Bytes signature = SIGNER.sign(STATEMENT, nonce, torsion);
                assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, signature))
                        .as("torsion %d, nonce %d", i, nonce)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000080", // sign of x set
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // y = p + 1
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // both
            })
    void refusesTheIdentityAsRInAnotherEncoding(String hex) {
        Bytes r = Bytes.ofHex(hex);
        Bytes signature = Ed25519Forge.signature(r, SIGNER.scalarFor(STATEMENT, 0, r));

        assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, signature)).isFalse();
    }

    @Test
    void refusesTheIdentityAsKeyThoughTheEquationHolds() {
        Ed25519Forge identity = new Ed25519Forge(BigInteger.ZERO, EdwardsPoint.IDENTITY);

        assertThat(scheme.verify(identity.publicKey(), STATEMENT, identity.sign(STATEMENT, 77)))
                .isFalse();
    }

    @Test
    void refusesAKeyOfMixedOrderThoughTheEquationHolds() {
        Ed25519Forge mixed = SIGNER.withTorsion(EdwardsPoint.OF_ORDER_EIGHT);
        long nonce = nonceWhoseChallengeHidesTorsion(mixed);

        assertThat(scheme.verify(mixed.publicKey(), STATEMENT, mixed.sign(STATEMENT, nonce)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 128})
    void refusesSignaturesOfOtherLengths(int length) {
        assertThat(scheme.verify(SIGNER.publicKey(), STATEMENT, Bytes.wrap(new byte[length])))
                .isFalse();
    }

    @Test
    void refusesKeysOfOtherLengths() {
        Bytes signature = SIGNER.sign(STATEMENT, 77);

        assertThat(scheme.verify(Bytes.EMPTY, STATEMENT, signature)).isFalse();
        assertThat(scheme.verify(SIGNER.publicKey().cutAt(31), STATEMENT, signature))
                .isFalse();
    }

    private static long nonceWhoseChallengeHidesTorsion(Ed25519Forge forge) {
        for (long nonce = 1; ; nonce++) {
            Bytes r = EdwardsPoint.BASE.times(nonce).encode();
            if (forge.challenge(r, STATEMENT).getLowestSetBit() >= 3) {
                return nonce;
            }
        }
    }

    private static Bytes flipped(Bytes bytes, int bit) {
        byte[] changed = bytes.toByteArray();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return Bytes.wrap(changed);
    }
}
