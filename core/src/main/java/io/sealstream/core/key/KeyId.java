package io.sealstream.core.key;

import io.sealstream.core.Sha256;
import java.util.Locale;

/**
 * The name under which a ledger knows a key. It is used once in a ledger and never again.
 *
 * @param value any text, since a hostile record can carry any; the field rules say what a ledger accepts
 */
public record KeyId(String value) {
    private static final int DIGEST_DIGITS = 16;

    /**
     * The id of a key that nobody named: its algorithm and the first 16 hex digits of the SHA-256 of its public key, as
     * in {@code ed25519-21fe31dfa154a261}.
     */
    public static KeyId of(PublicKey key) {
        String digest = Sha256.of(key.encoded().unsafeArray()).hex();
        return new KeyId(
                key.algorithm().jsonName().toLowerCase(Locale.ROOT) + '-' + digest.substring(0, DIGEST_DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
