package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key in memory (RFC 8032). */
public final class Ed25519SigningKey implements PrivateKey {
    /** id-Ed25519 of RFC 8410. It has no parameters. */
    static final AlgorithmIdentifier IN_PKCS8 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

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
     * As {@link PrivateKey#fromPkcs8}, for uses where no other algorithm will do.
     *
     * @throws IllegalArgumentException also where it is a key of another algorithm
     */
    public static Ed25519SigningKey fromPkcs8(Bytes der) {
        PrivateKey key = PrivateKey.fromPkcs8(der);
        if (key instanceof Ed25519SigningKey ed25519) {
            return ed25519;
        }
        throw new IllegalArgumentException("an Ed25519 key is needed, and this one is of "
                + key.algorithm().jsonName() + "; make one with: sealstream keygen");
    }

    /**
     * As {@link PrivateKey#fromPem}, for uses where no other algorithm will do.
     *
     * @throws IllegalArgumentException also where it is a key of another algorithm
     */
    public static Ed25519SigningKey fromPem(String pem) {
        return fromPkcs8(Pkcs8.unarmour(pem));
    }

    static Ed25519SigningKey of(PrivateKeyInfo info) {
        Bytes seed = Pkcs8.secret(
                info, secret -> Bytes.of(ASN1OctetString.getInstance(secret).getOctets()), "an octet string");
        Ed25519SigningKey key = ofSeed(seed);
        Pkcs8.requireOwn(info.getPublicKeyData(), key.publicKey.encoded().unsafeArray());
        return key;
    }

    @Override
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

    /** Without the public key: 48 bytes that every tool reads. */
    @Override
    public Bytes toPkcs8() {
        return Pkcs8.encode(IN_PKCS8, new DEROctetString(seed));
    }

    @Override
    public String toString() {
        return "Ed25519SigningKey[" + keyId + "]";
    }
}
