package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import io.sealstream.core.key.Ed25519Scheme;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureChecksTest {
    @Test
    void areBouncyCastlesWhereNothingIsSaid() {
        assertThat(SignatureChecks.scheme(Map.of())).isInstanceOf(Ed25519Scheme.class);
    }

    /** Its jar is not on the class path of this test. */
    @Test
    void areThoseOfTheProviderThatTheSealerIsGiven() {
        assertThatThrownBy(() -> SignatureChecks.scheme(Map.of("SEALSTREAM_SIGNATURE_PROVIDER", "corretto")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("signature.provider=corretto (in the environment, SEALSTREAM_SIGNATURE_PROVIDER)")
                .hasMessageContaining("class path");
    }

    @Test
    void areNobodysWhereThereIsNoSuchProvider() {
        assertThatThrownBy(() -> SignatureChecks.scheme(Map.of("SEALSTREAM_SIGNATURE_PROVIDER", "rot13")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("signature.provider=rot13 (in the environment, SEALSTREAM_SIGNATURE_PROVIDER)");
    }
}
