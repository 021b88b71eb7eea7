package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureSchemes;

/**
 * Reads what {@link NamedPublicKey#toText} writes, which is how a public key gets from who made it to who makes it known
 * to a ledger. What no ledger takes is refused here already, since a genesis can't be taken back.
 */
public final class PublicKeyLine {
    private static final int FIELDS = 3;

    private PublicKeyLine() {}

    /**
     * @throws IllegalArgumentException where {@code text}, but for white space around it, is no such line, or key or key
     *     id break the rules of docs/format.md
     */
    public static NamedPublicKey parse(String text) {
        String[] fields = text.strip().split(" ", FIELDS);
        if (fields.length < FIELDS || text.strip().lines().count() != 1) {
            throw new IllegalArgumentException("a public key is one line: algorithm, base64, key id");
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofJsonName(fields[0])
                .filter(found -> found != SignatureAlgorithm.OPAQUE)
                .orElseThrow(() -> new IllegalArgumentException("algorithm \"" + fields[0] + "\" is not known"));
        PublicKey key = new PublicKey(algorithm, Bytes.ofBase64(fields[1]));
        requireAllowed(key);
        return new NamedPublicKey(KeyIds.checked(fields[2]), key);
    }

    private static void requireAllowed(PublicKey key) {
        CertificateVerifier verifier = new CertificateVerifier(SignatureSchemes.supported());
        if (verifier.allows(key) != CertificateVerifier.Answer.VALID) {
            throw new IllegalArgumentException(
                    "it is no key that " + key.algorithm().jsonName() + " allows here");
        }
    }
}
