package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519PublicKeyRuleTest {
    private final SignatureScheme scheme = scheme();

    SignatureScheme scheme() {
        return new Ed25519Scheme();
    }

    @Test
    void allowsPointsOfPrimeOrder() {
        for (long secret = 1; secret <= 16; secret++) {
            assertThat(scheme.isAllowed(EdwardsPoint.BASE.times(secret).encode()))
                    .isTrue();
        }
    }

    @Test
    void refusesEachOfTheEightPointsOfSmallOrder() {
        for (int i = 0; i < 8; i++) {
            assertThat(scheme.isAllowed(EdwardsPoint.OF_ORDER_EIGHT.times(i).encode()))
                    .as("%d times the point of order eight", i)
                    .isFalse();
        }
    }

    @Test
    void refusesPointsOfMixedOrder() {
        for (int i = 1; i < 8; i++) {
            EdwardsPoint mixed = EdwardsPoint.BASE.times(5).plus(EdwardsPoint.OF_ORDER_EIGHT.times(i));
            assertThat(scheme.isAllowed(mixed.encode())).as("torsion %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000080", // identity, sign of x set
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // order 2, sign of x set
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 4, y = p
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // order 4, y = p, sign of x set
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // identity, y = p + 1
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // the same, sign of x set
            })
    void refusesSmallOrderInAnotherEncoding(String hex) {
        assertThat(scheme.isAllowed(Bytes.ofHex(hex))).isFalse();
    }

    @Test
    void refusesEveryYFromPOn() {
        for (int y = 0; y < 19; y++) {
            BigInteger unreduced = EdwardsPoint.P.add(BigInteger.valueOf(y));
            assertThat(scheme.isAllowed(EdwardsPoint.littleEndian(unreduced)))
                    .as("y = p + %d", y)
                    .isFalse();
            assertThat(scheme.isAllowed(EdwardsPoint.littleEndian(unreduced.setBit(255))))
                    .as("y = p + %d, sign of x set", y)
                    .isFalse();
        }
    }

    @Test
    void refusesWhatIsNoPoint() {
        assertThat(scheme.isAllowed(EdwardsPoint.littleEndian(BigInteger.TWO))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 44, 64})
    void refusesOtherLengths(int length) {
        assertThat(scheme.isAllowed(Bytes.wrap(new byte[length]))).isFalse();
    }
}
