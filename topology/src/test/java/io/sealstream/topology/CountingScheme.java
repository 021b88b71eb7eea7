package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the signatures that were looked at. */
final class CountingScheme implements SignatureScheme {
    private final SignatureScheme scheme;
    private final AtomicInteger checked = new AtomicInteger();

    CountingScheme(SignatureScheme scheme) {
        this.scheme = scheme;
    }

    int checked() {
        return checked.get();
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
        checked.incrementAndGet();
        return scheme.verify(publicKey, statement, signature);
    }
}
