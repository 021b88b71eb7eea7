package io.sealstream.client.keys;

import io.sealstream.command.NamedChoice;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.Locale;

/** The algorithms that there are keys of. */
public final class KeyAlgorithms extends NamedChoice<SignatureAlgorithm> {
    public KeyAlgorithms() {
        super(
                List.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.ECDSA_P256_SHA256, SignatureAlgorithm.ML_DSA_65),
                algorithm -> algorithm.jsonName().toLowerCase(Locale.ROOT));
    }
}
