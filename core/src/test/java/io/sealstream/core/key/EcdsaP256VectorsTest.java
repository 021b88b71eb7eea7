package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's signatures; see the README beside them. */
class EcdsaP256VectorsTest {
    private static final List<SchemeVector> VECTORS = SchemeVector.withSharedKeys(
                    "wycheproof-ecdsa-p256-sha256.json", Bytes::ofHex)
            .toList();

    private final EcdsaP256Scheme scheme = new EcdsaP256Scheme();

    @Test
    void refusesEveryOneThatIsInvalid() {
        assertThat(VECTORS)
                .hasSize(484)
                .filteredOn(vector -> !vector.valid())
                .hasSize(310)
                .noneMatch(vector -> vector.isAcceptedBy(scheme));
    }

    @Test
    void acceptsOfTheValidOnesThoseWhoseSIsLow() {
        assertThat(VECTORS)
                .filteredOn(SchemeVector::valid)
                .hasSize(174)
                .allMatch(vector -> vector.isAcceptedBy(scheme) == isLow(vector));
    }

    @Test
    void acceptsTheTwinsOfThoseWhoseSIsHigh() {
        assertThat(VECTORS)
                .filteredOn(vector -> vector.valid() && !isLow(vector))
                .isNotEmpty()
                .allMatch(vector -> scheme.verify(
                        vector.key(),
                        vector.message().toByteArray(),
                        read(vector).low().encode()));
    }

    @Test
    void allowsEveryKey() {
        assertThat(VECTORS).allMatch(vector -> scheme.isAllowed(vector.key()));
    }

    private static boolean isLow(SchemeVector vector) {
        return read(vector).isInRange();
    }

    private static EcdsaSignature read(SchemeVector vector) {
        return EcdsaSignature.parse(vector.signature()).orElseThrow();
    }
}
