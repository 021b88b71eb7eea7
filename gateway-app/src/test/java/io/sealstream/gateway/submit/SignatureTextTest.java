package io.sealstream.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTextTest {
    @Test
    void aKeyIdStandsBeforeTheLastColon() {
        assertThat(SignatureText.parse("shop:till-7:aGVsbG8="))
                .contains(new SignatureText("shop:till-7", Bytes.utf8("hello")));
    }

    @Test
    void aKeyIdCanBeLeftOut() {
        assertThat(SignatureText.parse("aGVsbG8=")).contains(new SignatureText("", Bytes.utf8("hello")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "till-7:", "till-7:not base64", "aGVsbG8", "aGVsbG9=", "signed by me"})
    void otherTextIsNoSignature(String text) {
        assertThat(SignatureText.parse(text)).isEmpty();
    }
}
