package io.sealstream.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) by the JDK's provider, which uses the processor's instructions. */
public final class Sha256 {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::newDigest);

    private Sha256() {}

    public static Hash of(byte[] input) {
        // Anew: who began before may have ended with an exception, half-way.
        return Hash.wrap(begin().digest(input));
    }

    /** A digest that is reset and belongs to the calling thread until it asks for the next one. */
    public static MessageDigest begin() {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one does not", e);
        }
    }
}
