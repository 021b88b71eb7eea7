package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/**
 * Ed25519 (RFC 8032) without cofactor. A key A is the canonical encoding of a point whose order is exactly L. A signature
 * (R, S) over M verifies where S is below L and the encoding of [S]B - [k]A, with k = SHA-512(R, A, M), is R byte for
 * byte.
 *
 * <p>Bouncy Castle checks the equation times a number that the cofactor 8 divides, so that a point of small order added
 * to R goes unseen. Hence R's order is checked here as well: A, B and then R are all in the group of prime order, where a
 * multiple is zero only if the equation itself holds. S from L on, and an R that is not the canonical encoding of a
 * point, Bouncy Castle refuses.
 */
public final class Ed25519Scheme implements SignatureScheme {
    private static final Bytes IDENTITY = Bytes.ofHex("01" + "00".repeat(Ed25519.PUBLIC_KEY_SIZE - 1));

    private final ParsedKeys<PublicPoint> keys = new ParsedKeys<>(Ed25519Scheme::parse);

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ED25519;
    }

    @Override
    public boolean isAllowed(Bytes publicKey) {
        return point(publicKey).isPresent();
    }

    @Override
    public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
        if (signature.length() != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        byte[] bytes = signature.unsafeArray();
        return point(publicKey)
                .filter(key -> Ed25519.verify(bytes, 0, key, statement, 0, statement.length))
                .filter(key -> isInPrimeOrderGroup(signature.cutAt(Ed25519.PUBLIC_KEY_SIZE)))
                .isPresent();
    }

    private static boolean isInPrimeOrderGroup(Bytes point) {
        return Ed25519.validatePublicKeyFull(point.unsafeArray(), 0) || point.equals(IDENTITY);
    }

    private Optional<PublicPoint> point(Bytes publicKey) {
        return publicKey.length() == Ed25519.PUBLIC_KEY_SIZE ? keys.get(publicKey) : Optional.empty();
    }

    private static Optional<PublicPoint> parse(Bytes publicKey) {
        return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(publicKey.unsafeArray(), 0));
    }
}
