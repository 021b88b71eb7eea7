package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519KeyFileTest {
    /** The private key of RFC 8410 section 10.3, without and with its public key. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String PEM_WITH_PUBLIC_KEY = """
            -----BEGIN PRIVATE KEY-----
            MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
            Z9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PRIVATE KEY-----
            """;

    private static final String SEED = "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";

    @Test
    void readsTheKeyOfRfc8410() {
        Ed25519SigningKey key = Ed25519SigningKey.fromPem(PEM);

        assertThat(key.publicKey())
                .isEqualTo(Ed25519SigningKey.ofSeed(Bytes.ofHex(SEED)).publicKey());
    }

    @Test
    void readsTheKeyOfRfc8410WithItsPublicKey() {
        Ed25519SigningKey key = Ed25519SigningKey.fromPem(PEM_WITH_PUBLIC_KEY);

        assertThat(key.publicKey().encoded().hex())
                .isEqualTo("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    }

    @Test
    void writesTheFormWithoutPublicKey() {
        String pem = Ed25519SigningKey.fromPem(PEM_WITH_PUBLIC_KEY).toPem();

        assertThat(pem).isEqualToNormalizingNewlines(PEM);
    }

    @Test
    void readsPemAmongOtherText() {
        String text = "the key of the payments team\n" + PEM + "\n";

        assertThat(Ed25519SigningKey.fromPem(text).keyId())
                .isEqualTo(Ed25519SigningKey.fromPem(PEM).keyId());
    }

    @Test
    void agreesWithTheKeyFormatOfTheJdk() throws GeneralSecurityException {
        PrivateKey theirs =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

        Ed25519SigningKey key = Ed25519SigningKey.fromPkcs8(Bytes.wrap(theirs.getEncoded()));

        assertThat(key.toPkcs8().hex())
                .isEqualTo(Bytes.wrap(theirs.getEncoded()).hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key at all",
                """
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
                -----END PUBLIC KEY-----
                """,
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK\n",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n???\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            })
    void refusesTextThatIsNoPrivateKey(String text) {
        assertThatThrownBy(() -> Ed25519SigningKey.fromPem(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sealstream keygen");
    }

    @Test
    void refusesAKeyOfAnotherAlgorithm() throws GeneralSecurityException {
        byte[] other = KeyPairGenerator.getInstance("X25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThatThrownBy(() -> Ed25519SigningKey.fromPkcs8(Bytes.wrap(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.3.101.110");
    }

    @Test
    void refusesAPublicKeyThatIsAnothersOne() {
        String swapped = PEM_WITH_PUBLIC_KEY.replace("XAxZuE=", "XAxZuI=");

        assertThatThrownBy(() -> Ed25519SigningKey.fromPem(swapped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another private key");
    }

    @Test
    void refusesASeedOfAnotherLength() {
        Bytes short31 = Bytes.ofHex("302d020100300506032b65700421041f" + SEED.substring(2));

        assertThatThrownBy(() -> Ed25519SigningKey.fromPkcs8(short31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31")
                .hasMessageNotContaining(SEED.substring(2, 12));
    }
}
