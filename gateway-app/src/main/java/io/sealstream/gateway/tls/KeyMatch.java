package io.sealstream.gateway.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Whether two keys are halves of one: what one signs, the other verifies. */
final class KeyMatch {
    private static final byte[] MESSAGE = "sealstream".getBytes(StandardCharsets.UTF_8);

    private KeyMatch() {}

    static boolean isPair(PrivateKey privateKey, PublicKey publicKey) {
        try {
            Signature signature = Signature.getInstance(scheme(publicKey));
            signature.initSign(own(privateKey, publicKey.getAlgorithm()));
            signature.update(MESSAGE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(MESSAGE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) { // keys of different kinds
            return false;
        }
    }

    /** The same key as the JDK's own code takes it, which knows an EC key by no other name. */
    private static PrivateKey own(PrivateKey key, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static String scheme(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
