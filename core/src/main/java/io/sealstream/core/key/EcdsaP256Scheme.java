package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * ECDSA on P-256 with SHA-256 (FIPS 186-5 section 6), in one encoding. A key is a SubjectPublicKeyInfo of 91 bytes with
 * an uncompressed point on the curve. A signature is strict DER, with 0 < r < n and 0 < s <= n/2.
 */
public final class EcdsaP256Scheme implements SignatureScheme {
    private final ParsedKeys<ECPublicKeyParameters> keys = new ParsedKeys<>(P256::parse);

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ECDSA_P256_SHA256;
    }

    @Override
    public boolean isAllowed(Bytes publicKey) {
        return key(publicKey).isPresent();
    }

    @Override
    public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
        return key(publicKey)
                .filter(key -> EcdsaSignature.parse(signature)
                        .filter(EcdsaSignature::isInRange)
                        .filter(read -> verify(key, statement, read))
                        .isPresent())
                .isPresent();
    }

    private static boolean verify(ECPublicKeyParameters key, byte[] statement, EcdsaSignature signature) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(Sha256.of(statement).toByteArray(), signature.r(), signature.s());
    }

    private Optional<ECPublicKeyParameters> key(Bytes publicKey) {
        return publicKey.length() == P256.PUBLIC_KEY_SIZE ? keys.get(publicKey) : Optional.empty();
    }
}
