package io.sealstream.core.key;

/**
 * A public key and the id under which a ledger is to know it. As text it is one line: the algorithm's name, the key in
 * base64, and the key id, with single spaces between, as in {@code Ed25519 eI/hLDMg… producer-1}.
 */
public record NamedPublicKey(KeyId keyId, PublicKey publicKey) {
    public String toText() {
        return publicKey.algorithm().jsonName() + ' ' + publicKey.encoded().base64() + ' ' + keyId;
    }
}
