package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** An ECDSA private key on P-256 in memory. It signs with the nonces of RFC 6979, and always with the lower s. */
public final class EcdsaP256SigningKey implements PrivateKey {
    /** id-ecPublicKey with the curve's name, RFC 5480. */
    static final AlgorithmIdentifier IN_PKCS8 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

    private final KeyId keyId;
    private final PublicKey publicKey;
    private final ECPoint point;
    private final ECPrivateKeyParameters secret;

    private EcdsaP256SigningKey(KeyId keyId, PublicKey publicKey, ECPoint point, ECPrivateKeyParameters secret) {
        this.keyId = keyId;
        this.publicKey = publicKey;
        this.point = point;
        this.secret = secret;
    }

    /**
     * The key of the 32 bytes of a private key, big-endian. Its id is {@link KeyId#of}.
     *
     * @throws IllegalArgumentException where {@code secret} does not have 32 bytes, or is not above 0 and below n
     */
    public static EcdsaP256SigningKey ofSecret(Bytes secret) {
        if (secret.length() != P256.FIELD_SIZE) {
            throw new IllegalArgumentException(
                    "a private key on P-256 has " + P256.FIELD_SIZE + " bytes, not " + secret.length());
        }
        return of(new ECPrivateKeyParameters(new BigInteger(1, secret.unsafeArray()), P256.DOMAIN));
    }

    public static EcdsaP256SigningKey generate(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(P256.DOMAIN, random));
        return of((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate());
    }

    private static EcdsaP256SigningKey of(ECPrivateKeyParameters secret) {
        ECPoint point = new FixedPointCombMultiplier()
                .multiply(P256.DOMAIN.getG(), secret.getD())
                .normalize();
        PublicKey publicKey = new PublicKey(SignatureAlgorithm.ECDSA_P256_SHA256, P256.encode(point));
        return new EcdsaP256SigningKey(KeyId.of(publicKey), publicKey, point, secret);
    }

    static EcdsaP256SigningKey of(PrivateKeyInfo info) {
        Read read = Pkcs8.secret(info, EcdsaP256SigningKey::read, "an ECPrivateKey of RFC 5915 on P-256");
        EcdsaP256SigningKey key = of(new ECPrivateKeyParameters(read.secret(), P256.DOMAIN));
        byte[] actual = P256.uncompressed(key.point);
        Pkcs8.requireOwn(read.publicPoint(), actual);
        Pkcs8.requireOwn(info.getPublicKeyData(), actual);
        return key;
    }

    private record Read(BigInteger secret, @Nullable ASN1BitString publicPoint) {}

    /** All of it at once: an {@link ECPrivateKey} finds out only where a part is asked for that it is not there. */
    private static Read read(ASN1Primitive encoded) {
        ECPrivateKey key = ECPrivateKey.getInstance(encoded);
        @Nullable ASN1Object curve = key.getParametersObject();
        if (curve != null && !curve.equals(SECObjectIdentifiers.secp256r1)) {
            throw new IllegalArgumentException("it names a curve of its own, " + curve);
        }
        return new Read(key.getKey(), key.getPublicKey());
    }

    @Override
    public EcdsaP256SigningKey withKeyId(KeyId other) {
        return new EcdsaP256SigningKey(other, publicKey, point, secret);
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
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, secret);
        BigInteger[] signature = signer.generateSignature(Sha256.of(statement).toByteArray());
        return new EcdsaSignature(signature[0], signature[1]).low().encode();
    }

    /** With the public key, and without the curve's name a second time, as OpenSSL writes it. */
    @Override
    public Bytes toPkcs8() {
        DERBitString publicPoint = new DERBitString(P256.uncompressed(point));
        return Pkcs8.encode(IN_PKCS8, new ECPrivateKey(P256.N.bitLength(), secret.getD(), publicPoint, null));
    }

    @Override
    public String toString() {
        return "EcdsaP256SigningKey[" + keyId + "]";
    }
}
