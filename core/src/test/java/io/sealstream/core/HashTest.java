package io.sealstream.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String HEX = "01".repeat(31) + "ff";

    @Test
    void whatWasCopiedDoesNotChangeWithItsSource() {
        byte[] source = Hash.ofHex(HEX).toByteArray();
        Hash hash = Hash.of(source);

        source[0] = 9;

        assertThat(hash).hasToString(HEX);
    }

    @Test
    void equalHashesAreOneKeyAndOthersAreSpread() {
        assertThat(Hash.ofHex(HEX)).isEqualTo(Hash.ofHex(HEX)).hasSameHashCodeAs(Hash.ofHex(HEX));
        assertThat(Hash.ofHex(HEX)).isNotEqualTo(Hash.ZERO).isNotEqualTo(HEX);
        assertThat(Hash.ofHex(HEX).hashCode()).isNotEqualTo(Hash.ZERO.hashCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void itHas32Bytes(int length) {
        assertThatThrownBy(() -> Hash.wrap(new byte[length])).hasMessageContaining("32 bytes, not " + length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0101", "01 01"})
    void itsTextIs64Digits(String text) {
        assertThatThrownBy(() -> Hash.ofHex(text)).hasMessageContaining("64 lower-case hex digits");
    }

    @Test
    void itsTextIsInLowerCase() {
        assertThatThrownBy(() -> Hash.ofHex(HEX.replace('f', 'F'))).hasMessageContaining("64 lower-case hex digits");
    }
}
