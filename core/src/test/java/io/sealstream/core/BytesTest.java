package io.sealstream.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @Test
    void whatWasCopiedDoesNotChangeWithItsSource() {
        byte[] source = {1, 2};
        Bytes bytes = Bytes.of(source);

        source[0] = 9;

        assertThat(bytes.hex()).isEqualTo("0102");
    }

    @Test
    void nobodyChangesItThroughWhatItGives() {
        Bytes bytes = Bytes.ofHex("0102");

        bytes.toByteArray()[0] = 9;

        assertThat(bytes.hex()).isEqualTo("0102");
    }

    @Test
    void equalBytesAreOneKeyAndOthersAreSpread() {
        assertThat(Bytes.ofHex("0102")).isEqualTo(Bytes.ofHex("0102")).hasSameHashCodeAs(Bytes.ofHex("0102"));
        assertThat(Bytes.ofHex("0102")).isNotEqualTo(Bytes.ofHex("0201")).isNotEqualTo("0102");
        assertThat(Bytes.ofHex("0102").hashCode())
                .isNotEqualTo(Bytes.ofHex("0201").hashCode());
    }

    @Test
    void onlyWhatIsLongerIsCut() {
        Bytes bytes = Bytes.ofHex("010203");

        assertThat(bytes.cutAt(3)).isSameAs(bytes);
        assertThat(bytes.cutAt(2)).isEqualTo(Bytes.ofHex("0102"));
        assertThat(bytes.cutAt(0).isEmpty()).isTrue();
    }

    @Test
    void inAMessageItIsNoLongerThanAHash() {
        assertThat(Bytes.wrap(new byte[32])).hasToString("00".repeat(32));
        assertThat(Bytes.wrap(new byte[33])).hasToString("00".repeat(32) + "… (33 bytes)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AA=", "AB==", "A A==", "AA==\n", "-_8=", "====", "AAAA="})
    void base64HasOneForm(String base64) {
        assertThatThrownBy(() -> Bytes.ofBase64(base64)).isInstanceOf(IllegalArgumentException.class);
    }
}
