package io.sealstream.core.key;

import io.sealstream.core.Bytes;

/**
 * A public key and the id under which a ledger is to know it. As text it is one line: the algorithm's name, the key in
 * base64, and the key id, with single spaces between, as in {@code Ed25519 eI/hLDMg… producer-1}.
 */
public record NamedPublicKey(KeyId keyId, PublicKey publicKey) {
    private static final int FIELDS = 3;

    public String toText() {
        return publicKey.algorithm().jsonName() + ' ' + publicKey.encoded().base64() + ' ' + keyId;
    }

    /** @throws IllegalArgumentException where {@code text}, but for white space around it, is no such line */
    public static NamedPublicKey parse(String text) {
        String[] fields = text.strip().split(" ", FIELDS);
        if (fields.length < FIELDS || text.strip().lines().count() != 1) {
            throw new IllegalArgumentException("a public key is one line: algorithm, base64, key id");
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofJsonName(fields[0])
                .filter(found -> found != SignatureAlgorithm.OPAQUE)
                .orElseThrow(() -> new IllegalArgumentException("algorithm \"" + fields[0] + "\" is not known"));
        return new NamedPublicKey(new KeyId(fields[2]), new PublicKey(algorithm, Bytes.ofBase64(fields[1])));
    }
}
