package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key in memory. Only {@link #toPkcs8} and {@link #toPem} give the secret away. */
public final class Ed25519SigningKey implements SigningKey {
    private final KeyId keyId;
    private final PublicKey publicKey;
    private final byte[] seed;

    private Ed25519SigningKey(KeyId keyId, PublicKey publicKey, byte[] seed) {
        this.keyId = keyId;
        this.publicKey = publicKey;
        this.seed = seed;
    }

    /**
     * The key of RFC 8032's 32-byte private key. Its id is {@link KeyId#of}.
     *
     * @throws IllegalArgumentException where {@code seed} does not have 32 bytes
     */
    public static Ed25519SigningKey ofSeed(Bytes seed) {
        if (seed.length() != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 private key has " + Ed25519.SECRET_KEY_SIZE + " bytes, not "
                    + seed.length() + "; give the seed alone");
        }
        byte[] encoded = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed.unsafeArray(), 0, encoded, 0);
        PublicKey publicKey = new PublicKey(SignatureAlgorithm.ED25519, Bytes.wrap(encoded));
        return new Ed25519SigningKey(KeyId.of(publicKey), publicKey, seed.toByteArray());
    }

    public static Ed25519SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        Ed25519.generatePrivateKey(random, seed);
        return ofSeed(Bytes.wrap(seed));
    }

    /**
     * Reads PKCS#8 in DER as RFC 8410 has it, with or without the public key.
     *
     * @throws IllegalArgumentException where it is anything else, or the public key in it is another one's
     */
    public static Ed25519SigningKey fromPkcs8(Bytes der) {
        return Ed25519Pkcs8.parse(der);
    }

    /**
     * Reads PKCS#8 in PEM ({@code BEGIN PRIVATE KEY}), as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static Ed25519SigningKey fromPem(String pem) {
        return Ed25519Pkcs8.parse(Ed25519Pkcs8.unarmour(pem));
    }

    /** The same key under another id: the one under which a ledger knows it. */
    public Ed25519SigningKey withKeyId(KeyId other) {
        return new Ed25519SigningKey(other, publicKey, seed);
    }

    @Override
    public KeyId keyId() {
        return keyId;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public Bytes sign(byte[] statement) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey.encoded().unsafeArray(), 0, statement, 0, statement.length, signature, 0);
        return Bytes.wrap(signature);
    }

    /** The secret, as PKCS#8 in DER, without the public key: 48 bytes that every tool reads. */
    public Bytes toPkcs8() {
        return Ed25519Pkcs8.encode(seed);
    }

    /** The secret, as PKCS#8 in PEM. */
    public String toPem() {
        return Ed25519Pkcs8.armour(toPkcs8());
    }

    @Override
    public String toString() {
        return "Ed25519SigningKey[" + keyId + "]";
    }
}
