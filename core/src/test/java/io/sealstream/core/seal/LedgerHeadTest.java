package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerHeadTest {
    private static final String HASH = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final LedgerHead HEAD =
            new LedgerHead(new Sequence(0x1122334455667788L), Hash.ofHex(HASH), 1_700_000_000_123L, 258);
    private static final String ENCODED = "01" // version
            + "1122334455667788"
            + HASH
            + "0000018bcfe5687b" // sealed_at
            + "0000000000000102"; // intake offset

    @Test
    void isEncodedAsDocumented() {
        assertThat(HEAD.encode().hex()).isEqualTo(ENCODED);
    }

    @Test
    void isDecodedFromTheDocumentedForm() {
        assertThat(LedgerHead.decode(Bytes.ofHex(ENCODED))).isEqualTo(HEAD);
    }

    @Test
    void remembersThatTheIntakeWasNotTouchedYet() {
        LedgerHead fresh = new LedgerHead(Sequence.GENESIS, Hash.ZERO, 0, -1);

        assertThat(LedgerHead.decode(fresh.encode())).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "01" + "1122334455667788" + HASH + "0000018bcfe5687b" + "00000000000001",
                ENCODED + "00",
                "02" + "1122334455667788" + HASH + "0000018bcfe5687b" + "0000000000000102",
                "01" + "ffffffffffffffff" + HASH + "0000018bcfe5687b" + "0000000000000102",
            })
    void refusesOtherBytes(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerHead.decode(Bytes.ofHex(hex)));
    }
}
