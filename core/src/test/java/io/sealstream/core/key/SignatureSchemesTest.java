package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureSchemesTest {
    @ParameterizedTest
    @EnumSource(names = "OPAQUE", mode = EnumSource.Mode.EXCLUDE)
    void hasEveryAlgorithmThatHasKeys(SignatureAlgorithm algorithm) {
        assertThat(SignatureSchemes.supported().find(algorithm))
                .hasValueSatisfying(scheme -> assertThat(scheme.algorithm()).isEqualTo(algorithm));
    }

    @Test
    void hasNoneForSignaturesOfUnknownSchemes() {
        assertThat(SignatureSchemes.supported().find(SignatureAlgorithm.OPAQUE)).isEmpty();
    }

    @Test
    void lacksWhatItWasNotGiven() {
        SignatureSchemes one = SignatureSchemes.of(List.of(new Ed25519Scheme()));

        assertThat(one.find(SignatureAlgorithm.ED25519)).isPresent();
        assertThat(one.find(SignatureAlgorithm.ML_DSA_65)).isEmpty();
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
