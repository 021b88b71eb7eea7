package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceKeyTest {
    @ParameterizedTest
    @CsvSource({"0, 0000000000000000", "258, 0000000000000102", "9223372036854775807, 7fffffffffffffff"})
    void aKeyIsTheSequenceInEightBytesBigEndian(long sequence, String hex) {
        byte[] key = SequenceKey.encode(new Sequence(sequence));

        assertThat(HexFormat.of().formatHex(key)).isEqualTo(hex);
        assertThat(SequenceKey.decode(key)).isEqualTo(new Decoding.Decoded<>(new Sequence(sequence)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9})
    void aKeyOfAnotherLengthIsMalformed(int length) {
        Decoding<Sequence> decoding = SequenceKey.decode(new byte[length]);

        assertThat(decoding)
                .isEqualTo(new Decoding.Malformed<>("a key of the sealed topic has 8 bytes, not " + length));
    }

    @Test
    void aNegativeSequenceIsMalformed() {
        Decoding<Sequence> decoding = SequenceKey.decode(HexFormat.of().parseHex("ffffffffffffffff"));

        assertThat(decoding).isEqualTo(new Decoding.Malformed<>("the key's sequence is negative: -1"));
    }
}
