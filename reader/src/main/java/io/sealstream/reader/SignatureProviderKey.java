package io.sealstream.reader;

import io.sealstream.core.key.SignatureProvider;
import io.sealstream.core.key.SignatureSchemes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigException;

/** The key {@code signature.provider} of those commands that check the signatures of a whole ledger. */
public final class SignatureProviderKey {
    public static final String SIGNATURE_PROVIDER = "signature.provider";

    private static final List<String> NAMES = Stream.of(SignatureProvider.values())
            .map(provider -> provider.name().toLowerCase(Locale.ROOT))
            .toList();

    private SignatureProviderKey() {}

    /** Adds it to a definition. A provider that is not there is not allowed. */
    public static ConfigDef define(ConfigDef definition) {
        return definition.define(
                SIGNATURE_PROVIDER,
                ConfigDef.Type.STRING,
                NAMES.getFirst(),
                LambdaValidator.with(SignatureProviderKey::require, () -> String.join(", ", NAMES)),
                Importance.LOW,
                "Whose code checks signatures: bouncycastle, or corretto for Ed25519 by the Amazon Corretto Crypto"
                        + " Provider, which is faster; its jar has to be on the class path.");
    }

    /** What signatures are computed with. */
    public static SignatureSchemes schemes(AbstractConfig config) {
        return provider(config.getString(SIGNATURE_PROVIDER)).schemes();
    }

    private static void require(String key, Object value) {
        if (!NAMES.contains(String.valueOf(value))) {
            throw new ConfigException("give one of " + String.join(", ", NAMES));
        }
        try {
            SignatureSchemes unused = provider(String.valueOf(value)).schemes();
        } catch (IllegalStateException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    private static SignatureProvider provider(String name) {
        return SignatureProvider.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
