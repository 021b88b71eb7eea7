package io.sealstream.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys are those of the tests of golang.org/x/mod/sumdb/note (BSD-3-Clause). */
class NoteVerifierKeyTest {
    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void comesBackFromItsTextForm() {
        NoteVerifierKey key = NoteVerifierKey.parse(VKEY);

        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.id()).isEqualTo(new NoteKeyId("PeterNeumann", 0xc74f20a3));
        assertThat(key).hasToString(VKEY);
    }

    @Test
    void refusesEveryPartOfItsTextForm() {
        for (int from = 0; from < VKEY.length(); from++) {
            for (int to = from; to <= VKEY.length(); to++) {
                String part = VKEY.substring(from, to);
                if (!part.equals(VKEY)) {
                    assertRefused(part);
                }
            }
        }
    }

    @Test
    void refusesEveryOtherCharacterInItsTextForm() {
        for (int i = 0; i < VKEY.length(); i++) {
            char next = (char) (VKEY.charAt(i) + 1);
            assertRefused(VKEY.substring(0, i) + next + VKEY.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", // too long, hash right
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", // another type, hash right
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", // upper case
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann",
                "",
            })
    void refusesWhatIsAlmostOne(String vkey) {
        assertRefused(vkey);
    }

    @Test
    void refusesAKeyThatTheFormatForbids() {
        PublicKey identity = new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex("01" + "00".repeat(31)));

        assertThatThrownBy(() -> new NoteVerifierKey("name", identity)).isInstanceOf(NoteFormatException.class);
    }

    @Test
    void refusesANameThatNoSignatureLineCouldHold() {
        PublicKey key = NoteVerifierKey.parse(VKEY).publicKey();

        assertThatThrownBy(() -> new NoteVerifierKey("Peter Neumann", key)).isInstanceOf(NoteFormatException.class);
    }

    @Test
    void refusesAKeyOfAnotherAlgorithm() {
        PublicKey other = new PublicKey(
                SignatureAlgorithm.ML_DSA_65,
                NoteVerifierKey.parse(VKEY).publicKey().encoded());

        assertThatThrownBy(() -> new NoteVerifierKey("name", other)).isInstanceOf(NoteFormatException.class);
    }

    private static void assertRefused(String vkey) {
        assertThatThrownBy(() -> NoteVerifierKey.parse(vkey)).as(vkey).isInstanceOf(NoteFormatException.class);
    }
}
