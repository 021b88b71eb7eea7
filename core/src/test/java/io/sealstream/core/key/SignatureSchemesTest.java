package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureSchemesTest {
    @Test
    void hasEd25519() {
        assertThat(SignatureSchemes.supported().find(SignatureAlgorithm.ED25519))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = "ED25519", mode = EnumSource.Mode.EXCLUDE)
    void lacksTheOthers(SignatureAlgorithm algorithm) {
        assertThat(SignatureSchemes.supported().find(algorithm)).isEmpty();
    }

    @Test
    void refusesTwoSchemesForOneAlgorithm() {
        List<SignatureScheme> twice = List.of(new Ed25519Scheme(), new Ed25519Scheme());

        assertThatThrownBy(() -> SignatureSchemes.of(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,Opaque", "1,Ed25519", "2,ECDSA-P256-SHA256", "3,ML-DSA-65"})
    void knowsAlgorithmsByTheFormatsIdAndName(int id, String jsonName) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofId(id).orElseThrow();

        assertThat(algorithm.id()).isEqualTo(id);
        assertThat(algorithm.jsonName()).isEqualTo(jsonName);
        assertThat(SignatureAlgorithm.ofJsonName(jsonName)).contains(algorithm);
    }

    @Test
    void knowsNoOthers() {
        assertThat(SignatureAlgorithm.ofId(4)).isEmpty();
        assertThat(SignatureAlgorithm.ofId(-1)).isEmpty();
        assertThat(SignatureAlgorithm.ofJsonName("ed25519")).isEmpty();
    }
}
