package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks each signature once. */
record RememberingScheme(SignatureScheme scheme, Map<List<Bytes>, Boolean> answers) implements SignatureScheme {
    RememberingScheme(SignatureScheme scheme) {
        this(scheme, new ConcurrentHashMap<>());
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return scheme.algorithm();
    }

    @Override
    public boolean isAllowed(Bytes publicKey) {
        return scheme.isAllowed(publicKey);
    }

    @Override
    public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
        return answers.computeIfAbsent(
                List.of(publicKey, Bytes.of(statement), signature),
                asked -> scheme.verify(publicKey, statement, signature));
    }
}
