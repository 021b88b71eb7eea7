package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Ed25519 under the rule of {@link Ed25519Scheme}, computed by the Amazon Corretto Crypto Provider, which is native code
 * and faster. It encodes [S]B - [k]A and compares that with R byte for byte, and refuses S from L on, as the rule asks;
 * whether a key is of prime order it does not look at, so that is asked of Bouncy Castle, once for each key.
 */
final class CorrettoEd25519Scheme implements SignatureScheme {
    private static final String PROVIDER = "AmazonCorrettoCryptoProvider";
    private static final String ALGORITHM = "Ed25519";
    /** The provider leaves the keys of this algorithm to others unless it is told so before it is loaded. */
    private static final String WITH_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";
    /** What a SubjectPublicKeyInfo has before the 32 bytes of the key, RFC 8410 section 4. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Provider provider;
    private final Ed25519Scheme rule;
    private final ParsedKeys<PublicKey> keys = new ParsedKeys<>(this::parse);

    private CorrettoEd25519Scheme(Provider provider) {
        this.provider = provider;
        this.rule = new Ed25519Scheme();
    }

    /** Empty where the provider is not on the class path, or does not work on this machine. */
    static Optional<CorrettoEd25519Scheme> find() {
        if (System.getProperty(WITH_KEYS) == null) {
            System.setProperty(WITH_KEYS, "true");
        }
        return ServiceLoader.load(Provider.class).stream()
                .filter(found -> found.type().getSimpleName().equals(PROVIDER))
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getService("Signature", ALGORITHM) != null
                        && provider.getService("KeyFactory", ALGORITHM) != null)
                .map(CorrettoEd25519Scheme::new)
                .findFirst();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ED25519;
    }

    @Override
    public boolean isAllowed(Bytes publicKey) {
        return rule.isAllowed(publicKey);
    }

    @Override
    public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
        return isAllowed(publicKey)
                && keys.get(publicKey)
                        .filter(key -> verify(key, statement, signature))
                        .isPresent();
    }

    private boolean verify(PublicKey key, byte[] statement, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM, provider);
            verifier.initVerify(key);
            verifier.update(statement);
            return verifier.verify(signature.unsafeArray());
        } catch (SignatureException e) {
            return false; // it has another length, say
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(PROVIDER + " has ceased to do " + ALGORITHM, e);
        }
    }

    private Optional<PublicKey> parse(Bytes publicKey) {
        byte[] encoded = new byte[PREFIX.length + publicKey.length()];
        System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
        System.arraycopy(publicKey.unsafeArray(), 0, encoded, PREFIX.length, publicKey.length());
        try {
            return Optional.of(
                    KeyFactory.getInstance(ALGORITHM, provider).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(PROVIDER + " refuses a key that the rule allows: " + publicKey, e);
        }
    }
}
