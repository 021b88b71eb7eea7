package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.key.SignatureSchemes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class SignatureProviderKeyTest {
    private final ConfigDef definition = SignatureProviderKey.define(new ConfigDef());

    @Test
    void bouncyCastleIsTheDefault() {
        AbstractConfig config = new AbstractConfig(definition, Map.of(), false);

        assertThat(SignatureProviderKey.schemes(config)).isSameAs(SignatureSchemes.supported());
    }

    @Test
    void aProviderThatNobodyKnowsIsNotAllowed() {
        assertThat(complaints("sun")).containsExactly("give one of bouncycastle, corretto");
    }

    /** Its jar is not on the class path of tests. */
    @Test
    void aProviderThatIsNotThereIsNotAllowedAndSaysWhatToDo() {
        assertThat(complaints("corretto")).singleElement().asString().contains("class path", "add its jar");
    }

    private List<String> complaints(String provider) {
        return definition
                .validate(Map.of(SignatureProviderKey.SIGNATURE_PROVIDER, provider))
                .getFirst()
                .errorMessages();
    }
}
