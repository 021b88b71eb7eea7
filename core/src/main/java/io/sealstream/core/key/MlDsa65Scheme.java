package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * ML-DSA-65 (FIPS 204), pure, with the empty context. Any 1,952 bytes are a public key: each of them decodes to one, and
 * no other bytes decode to the same. The rest of the rule is FIPS 204's algorithm 8, which the library keeps.
 */
public final class MlDsa65Scheme implements SignatureScheme {
    private static final int PUBLIC_KEY_SIZE = 1_952;
    private static final int SIGNATURE_SIZE = 3_309;

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ML_DSA_65;
    }

    @Override
    public boolean isAllowed(Bytes publicKey) {
        return publicKey.length() == PUBLIC_KEY_SIZE;
    }

    @Override
    public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
        if (!isAllowed(publicKey) || signature.length() != SIGNATURE_SIZE) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, publicKey.unsafeArray()));
        verifier.update(statement, 0, statement.length);
        return verifier.verifySignature(signature.unsafeArray());
    }
}
