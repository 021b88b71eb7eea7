package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The curve P-256 (SP 800-186 section 3.2.1.3) and the one encoding of its points as public keys: a
 * SubjectPublicKeyInfo (RFC 5480) with the curve by its name and the point uncompressed.
 */
final class P256 {
    static final ECDomainParameters DOMAIN = new ECDomainParameters(parameters());
    /** The order of the group. */
    static final BigInteger N = DOMAIN.getN();

    static final int PUBLIC_KEY_SIZE = 91;
    /** Bytes of a coordinate, and of a private key. */
    static final int FIELD_SIZE = 32;

    /** All but the coordinates; the last byte, 04, says that the point is uncompressed. */
    private static final Bytes PREFIX = Bytes.ofHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private static final BigInteger P = DOMAIN.getCurve().getField().getCharacteristic();

    private P256() {}

    /**
     * Empty where {@code publicKey} is not that encoding of a point. The point at infinity has none.
     *
     * @param publicKey of {@link #PUBLIC_KEY_SIZE} bytes
     */
    static Optional<ECPublicKeyParameters> parse(Bytes publicKey) {
        if (!publicKey.cutAt(PREFIX.length()).equals(PREFIX)) {
            return Optional.empty();
        }
        BigInteger x = coordinate(publicKey, PREFIX.length());
        BigInteger y = coordinate(publicKey, PREFIX.length() + FIELD_SIZE);
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0) {
            return Optional.empty();
        }
        ECPoint point = DOMAIN.getCurve().createPoint(x, y);
        return point.isValid() ? Optional.of(new ECPublicKeyParameters(point, DOMAIN)) : Optional.empty();
    }

    static Bytes encode(ECPoint point) {
        byte[] uncompressed = uncompressed(point);
        byte[] encoded = Arrays.copyOf(PREFIX.unsafeArray(), PUBLIC_KEY_SIZE);
        System.arraycopy(uncompressed, 0, encoded, PUBLIC_KEY_SIZE - uncompressed.length, uncompressed.length);
        return Bytes.wrap(encoded);
    }

    /** The point alone: 04, X, Y (SEC 1 section 2.3.3). */
    static byte[] uncompressed(ECPoint point) {
        return point.getEncoded(false);
    }

    private static BigInteger coordinate(Bytes publicKey, int offset) {
        return new BigInteger(1, publicKey.unsafeArray(), offset, FIELD_SIZE);
    }

    private static X9ECParameters parameters() {
        return CustomNamedCurves.getByName("P-256");
    }
}
