package io.sealstream.core.key;

import io.sealstream.core.Bytes;

/**
 * Someone who can sign: a key in memory here, a key in a device or a service elsewhere. Implementations never show the
 * secret, and are safe to share between threads.
 */
public interface SigningKey {
    KeyId keyId();

    PublicKey publicKey();

    default SignatureAlgorithm algorithm() {
        return publicKey().algorithm();
    }

    /** A signature over {@code statement} that {@link SignatureScheme#verify} accepts for this key. */
    Bytes sign(byte[] statement);
}
