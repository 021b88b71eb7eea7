package io.sealstream.core.event;

import io.sealstream.core.Hash;
import org.jspecify.annotations.Nullable;

/**
 * An event with the certificate that its producer gave it: authenticated, not yet ordered.
 *
 * @param certificate null where the producer gave none
 */
public record CertifiedEvent(Event event, @Nullable Certificate certificate) {
    /** The digest of the certificate, or 32 zero bytes where there is none. */
    public Hash certificateDigest() {
        return certificate == null ? Hash.ZERO : certificate.digest();
    }
}
