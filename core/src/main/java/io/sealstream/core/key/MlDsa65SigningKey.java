package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** An ML-DSA-65 private key in memory: the seed of FIPS 204. It signs in the deterministic variant. */
public final class MlDsa65SigningKey implements PrivateKey {
    /** id-ml-dsa-65 of RFC 9881. It has no parameters. */
    static final AlgorithmIdentifier IN_PKCS8 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);

    private static final int SEED_SIZE = 32;
    private static final int SEED_TAG = 0;

    private final KeyId keyId;
    private final PublicKey publicKey;
    private final MLDSAPrivateKeyParameters secret;

    private MlDsa65SigningKey(KeyId keyId, PublicKey publicKey, MLDSAPrivateKeyParameters secret) {
        this.keyId = keyId;
        this.publicKey = publicKey;
        this.secret = secret;
    }

    /**
     * The key that FIPS 204's algorithm 6 makes of a 32-byte seed. Its id is {@link KeyId#of}.
     *
     * @throws IllegalArgumentException where {@code seed} does not have 32 bytes
     */
    public static MlDsa65SigningKey ofSeed(Bytes seed) {
        if (seed.length() != SEED_SIZE) {
            throw new IllegalArgumentException(
                    "an ML-DSA-65 seed has " + SEED_SIZE + " bytes, not " + seed.length() + "; give the seed alone");
        }
        var secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed.toByteArray());
        PublicKey publicKey = new PublicKey(
                SignatureAlgorithm.ML_DSA_65,
                Bytes.wrap(secret.getPublicKeyParameters().getEncoded()));
        return new MlDsa65SigningKey(KeyId.of(publicKey), publicKey, secret);
    }

    public static MlDsa65SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_SIZE];
        random.nextBytes(seed);
        return ofSeed(Bytes.wrap(seed));
    }

    static MlDsa65SigningKey of(PrivateKeyInfo info) {
        MlDsa65SigningKey key = Pkcs8.secret(info, MlDsa65SigningKey::of, "a seed of 32 bytes, as RFC 9881 has it");
        Pkcs8.requireOwn(info.getPublicKeyData(), key.publicKey.encoded().unsafeArray());
        return key;
    }

    /** The choices of RFC 9881 section 6 that have the seed: alone, or with the expanded key, which must be its own. */
    private static MlDsa65SigningKey of(ASN1Primitive secret) {
        if (secret instanceof ASN1TaggedObject tagged && tagged.hasContextTag(SEED_TAG)) {
            return ofSeed(octets(ASN1OctetString.getInstance(tagged, false)));
        }
        ASN1Sequence both = ASN1Sequence.getInstance(secret);
        MlDsa65SigningKey key = ofSeed(octets(both.getObjectAt(0)));
        if (both.size() != 2 || !octets(both.getObjectAt(1)).equals(Bytes.wrap(key.secret.getEncoded()))) {
            throw new IllegalArgumentException("the expanded key is not that of the seed");
        }
        return key;
    }

    private static Bytes octets(ASN1Encodable octetString) {
        return Bytes.of(ASN1OctetString.getInstance(octetString).getOctets());
    }

    @Override
    public MlDsa65SigningKey withKeyId(KeyId other) {
        return new MlDsa65SigningKey(other, publicKey, secret);
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
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, secret); // without random numbers: the deterministic variant
        signer.update(statement, 0, statement.length);
        try {
            return Bytes.wrap(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("a statement could not be signed in memory", e);
        }
    }

    /** The seed alone, as RFC 9881 prefers it. */
    @Override
    public Bytes toPkcs8() {
        return Pkcs8.encode(IN_PKCS8, new DERTaggedObject(false, SEED_TAG, new DEROctetString(secret.getSeed())));
    }

    @Override
    public String toString() {
        return "MlDsa65SigningKey[" + keyId + "]";
    }
}
