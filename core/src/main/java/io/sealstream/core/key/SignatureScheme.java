package io.sealstream.core.key;

import io.sealstream.core.Bytes;

/**
 * One signature algorithm under one exact rule, so that all verifiers agree about every signature, also about those
 * that no honest signer makes. Implementations are safe to share between threads.
 */
public interface SignatureScheme {
    SignatureAlgorithm algorithm();

    /** Whether the algorithm's rule allows these bytes, of any length, as a public key. */
    boolean isAllowed(Bytes publicKey);

    /**
     * Whether {@code signature} is one over {@code statement} by an allowed key. Input of any length and content gives
     * an answer; nothing is thrown for it.
     */
    boolean verify(Bytes publicKey, byte[] statement, Bytes signature);
}
