package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Signs here and verifies with the JDK's own providers, and the other way round: they share no code. */
class OtherProviderTest {
    private static final byte[] STATEMENT = "a statement".getBytes(StandardCharsets.UTF_8);
    /** What a SubjectPublicKeyInfo has before the 1,952 bytes of an ML-DSA-65 key, RFC 9881. */
    private static final byte[] ML_DSA_PREFIX = HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100");

    private static boolean verifiesElsewhere(String algorithm, String keys, byte[] spki, Bytes signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(STATEMENT);
        return verifier.verify(signature.toByteArray());
    }

    private static Bytes signedElsewhere(String algorithm, KeyPair pair) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(pair.getPrivate());
        signer.update(STATEMENT);
        return Bytes.wrap(signer.sign());
    }

    @Test
    void othersVerifyEcdsaSignaturesMadeHere() throws GeneralSecurityException {
        PrivateKey key = EcdsaP256SigningKey.generate(new SecureRandom());

        Bytes signature = key.sign(STATEMENT);

        byte[] spki = key.publicKey().encoded().toByteArray();
        assertThat(verifiesElsewhere("SHA256withECDSA", "EC", spki, signature)).isTrue();
    }

    @Test
    void ecdsaSignaturesOfOthersVerifyHereOnceTheirSIsLow() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();

        EcdsaSignature theirs =
                EcdsaSignature.parse(signedElsewhere("SHA256withECDSA", pair)).orElseThrow();

        Bytes publicKey = Bytes.wrap(pair.getPublic().getEncoded());
        EcdsaP256Scheme scheme = new EcdsaP256Scheme();
        assertThat(scheme.verify(publicKey, STATEMENT, theirs.low().encode())).isTrue();
        assertThat(scheme.verify(publicKey, STATEMENT, theirs.encode())).isEqualTo(theirs.equals(theirs.low()));
    }

    @Test
    void othersVerifyMlDsaSignaturesMadeHere() throws GeneralSecurityException {
        assumeMlDsa();
        PrivateKey key = MlDsa65SigningKey.generate(new SecureRandom());

        Bytes signature = key.sign(STATEMENT);

        byte[] publicKey = key.publicKey().encoded().toByteArray();
        byte[] spki = Arrays.copyOf(ML_DSA_PREFIX, ML_DSA_PREFIX.length + publicKey.length);
        System.arraycopy(publicKey, 0, spki, ML_DSA_PREFIX.length, publicKey.length);
        assertThat(verifiesElsewhere("ML-DSA-65", "ML-DSA-65", spki, signature)).isTrue();
    }

    @Test
    void mlDsaSignaturesOfOthersVerifyHere() throws GeneralSecurityException {
        assumeMlDsa();
        KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();

        Bytes signature = signedElsewhere("ML-DSA-65", pair);

        byte[] spki = pair.getPublic().getEncoded();
        Bytes publicKey = Bytes.wrap(Arrays.copyOfRange(spki, ML_DSA_PREFIX.length, spki.length));
        assertThat(new MlDsa65Scheme().verify(publicKey, STATEMENT, signature)).isTrue();
    }

    private static void assumeMlDsa() {
        boolean has = Security.getAlgorithms("Signature").contains("ML-DSA-65");
        assumeTrue(has, "this JDK has no ML-DSA-65 of its own: JDK 24 is the first that does");
    }
}
