package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every case of the other implementation, the hostile ones above all: two that differ about one signature fork a ledger. */
@EnabledIf(
        value = "isOnTheClassPath",
        disabledReason = "the Amazon Corretto Crypto Provider has no build for this platform")
class CorrettoEd25519SchemeTest {
    static boolean isOnTheClassPath() {
        return CorrettoEd25519Scheme.find().isPresent();
    }

    private static SignatureScheme corretto() {
        return CorrettoEd25519Scheme.find().orElseThrow();
    }

    @Test
    void isWhatTheProviderOfThatNameUses() {
        assertThat(SignatureProvider.CORRETTO.schemes().find(SignatureAlgorithm.ED25519))
                .containsInstanceOf(CorrettoEd25519Scheme.class);
    }

    @Nested
    class Signatures extends Ed25519SchemeTest {
        @Override
        SignatureScheme scheme() {
            return corretto();
        }
    }

    @Nested
    class Vectors extends Ed25519VectorsTest {
        @Override
        SignatureScheme scheme() {
            return corretto();
        }
    }

    @Nested
    class PublicKeys extends Ed25519PublicKeyRuleTest {
        @Override
        SignatureScheme scheme() {
            return corretto();
        }
    }
}
