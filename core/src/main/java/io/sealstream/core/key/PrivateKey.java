package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A signing key whose secret is in memory. Only {@link #toPkcs8} and {@link #toPem} give the secret away. Each signs the
 * same statement with the same signature every time, so that nothing depends on a source of random numbers but the key.
 */
public sealed interface PrivateKey extends SigningKey
        permits Ed25519SigningKey, EcdsaP256SigningKey, MlDsa65SigningKey {
    /** The same key under another id: the one under which a ledger knows it. */
    PrivateKey withKeyId(KeyId other);

    /** The secret, as PKCS#8 in DER. */
    Bytes toPkcs8();

    /** The secret, as PKCS#8 in PEM. */
    default String toPem() {
        return Pkcs8.armour(toPkcs8());
    }

    /**
     * A new key, whose id is {@link KeyId#of}.
     *
     * @throws IllegalArgumentException for {@link SignatureAlgorithm#OPAQUE}, of which there are no keys
     */
    static PrivateKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
        return switch (algorithm) {
            case ED25519 -> Ed25519SigningKey.generate(random);
            case ECDSA_P256_SHA256 -> EcdsaP256SigningKey.generate(random);
            case ML_DSA_65 -> MlDsa65SigningKey.generate(random);
            case OPAQUE -> throw new IllegalArgumentException("there are no Opaque keys; choose an algorithm");
        };
    }

    /**
     * Reads PKCS#8 in DER, with or without the public key, as RFC 8410 (Ed25519), RFC 5915 (P-256, the curve by its
     * name) and RFC 9881 (ML-DSA, with the seed) have it.
     *
     * @throws IllegalArgumentException where it is anything else, or the public key in it is another one's
     */
    static PrivateKey fromPkcs8(Bytes der) {
        PrivateKeyInfo info = Pkcs8.parse(der);
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        if (algorithm.equals(Ed25519SigningKey.IN_PKCS8)) {
            return Ed25519SigningKey.of(info);
        }
        if (algorithm.equals(EcdsaP256SigningKey.IN_PKCS8)) {
            return EcdsaP256SigningKey.of(info);
        }
        if (algorithm.equals(MlDsa65SigningKey.IN_PKCS8)) {
            return MlDsa65SigningKey.of(info);
        }
        var parameters = algorithm.getParameters();
        throw Pkcs8.unreadable(
                "its algorithm is " + algorithm.getAlgorithm() + (parameters == null ? "" : " with " + parameters),
                null);
    }

    /**
     * Reads PKCS#8 in PEM ({@code BEGIN PRIVATE KEY}), as {@code openssl genpkey} writes it.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    static PrivateKey fromPem(String pem) {
        return fromPkcs8(Pkcs8.unarmour(pem));
    }
}
