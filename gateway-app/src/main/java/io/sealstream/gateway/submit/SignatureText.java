package io.sealstream.gateway.submit;

import io.sealstream.core.Bytes;
import java.util.Optional;

/**
 * A signature as text, {@code [key_id:]base64}. A key id may have colons too: the last one ends it, as base64 has none.
 *
 * @param keyId empty where the text names none
 */
record SignatureText(String keyId, Bytes signature) {
    /** Empty where the text is no such signature. */
    static Optional<SignatureText> parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            Bytes signature = Bytes.ofBase64(text.substring(colon + 1));
            return signature.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SignatureText(text.substring(0, Math.max(0, colon)), signature));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
