package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyLineTest {
    private static final NamedPublicKey KEY = new NamedPublicKey(
            new KeyId("till 7"),
            Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32])).publicKey());
    private static final String UNNAMED = KEY.toText().substring(0, KEY.toText().indexOf("till"));

    @Test
    void givesBackWhatWasWritten() {
        assertThat(PublicKeyLine.parse(KEY.toText() + "\n")).isEqualTo(KEY);
    }

    /** Whoever put such an id into a genesis would have a ledger that nobody reads. */
    @ParameterizedTest
    @ValueSource(strings = {"root\t1", "root\u007F", " root", "half of a pair \uD800"})
    void refusesAKeyIdThatNoLedgerTakes(String keyId) {
        assertThatThrownBy(() -> PublicKeyLine.parse(UNNAMED + keyId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key_id");
    }

    @Test
    void takesAKeyIdOfUpTo128Bytes() {
        assertThat(PublicKeyLine.parse(UNNAMED + "x".repeat(128)).keyId().value())
                .hasSize(128);
        assertThatThrownBy(() -> PublicKeyLine.parse(UNNAMED + "x".repeat(129)))
                .hasMessageContaining("key_id has 129 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ed25519", "Ed25519 AQ==", "a\nb", "RSA AQ== id", "Opaque AQ== id", "Ed25519 AQ id"})
    void refusesWhatIsNoSuchLine(String text) {
        assertThatThrownBy(() -> PublicKeyLine.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAKeyThatItsAlgorithmForbids() {
        assertThatThrownBy(() -> PublicKeyLine.parse("Ed25519 AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= weak"))
                .hasMessageContaining("no key that Ed25519 allows");
    }
}
