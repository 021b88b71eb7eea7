package io.sealstream.gateway.submit;

import io.sealstream.core.event.BatchProof;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as a caller states it: some of it can be left to the gateway.
 *
 * @param signature {@code [key_id:]base64}, or any text in a ledger where certificates are only recorded
 * @param keyId empty where {@code signature} names it
 * @param algorithm its JSON name; empty for the one of the key
 * @param batch null for a signature over one event
 */
public record StatedCertificate(
        String signature,
        String keyId,
        String algorithm,
        @Nullable BatchProof batch) {
    /** Null where nothing is stated at all. */
    public static @Nullable StatedCertificate of(
            String signature, String keyId, String algorithm, @Nullable BatchProof batch) {
        boolean isNothing = signature.isEmpty() && keyId.isEmpty() && algorithm.isEmpty() && batch == null;
        return isNothing ? null : new StatedCertificate(signature, keyId, algorithm, batch);
    }
}
