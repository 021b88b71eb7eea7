package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Most records are the same in all mutants of a ledger: their signatures need not be checked each time. */
record RememberingScheme(SignatureScheme scheme, Map<List<Bytes>, Boolean> answers) implements SignatureScheme {
    static SignatureSchemes ofAllAlgorithms() {
        return SignatureSchemes.of(Stream.of(SignatureAlgorithm.values())
                .flatMap(algorithm -> SignatureSchemes.supported().find(algorithm).stream())
                .<SignatureScheme>map(scheme -> new RememberingScheme(scheme, new ConcurrentHashMap<>()))
                .toList());
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
