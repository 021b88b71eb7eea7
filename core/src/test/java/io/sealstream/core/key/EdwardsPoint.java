package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.math.BigInteger;

/**
 * The curve of Ed25519 by the textbook (RFC 8032 section 5.1), slow and complete: tests make with it the keys and
 * signatures that no library hands out.
 */
record EdwardsPoint(BigInteger x, BigInteger y) {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P));

    static final EdwardsPoint IDENTITY = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);
    static final EdwardsPoint BASE = new EdwardsPoint(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            new BigInteger("46316835694926478169428394003475163141307993866256225615783033603165251855960"));
    /** Its multiples are the eight points of small order. */
    static final EdwardsPoint OF_ORDER_EIGHT = new EdwardsPoint(
            new BigInteger("14399317868200118260347934320527232580618823971194345261214217575416788799818"),
            new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022"));

    EdwardsPoint plus(EdwardsPoint other) {
        BigInteger xy = x.multiply(other.y);
        BigInteger yx = y.multiply(other.x);
        BigInteger product = D.multiply(xy).multiply(yx).mod(P);
        return new EdwardsPoint(
                xy.add(yx).multiply(BigInteger.ONE.add(product).modInverse(P)).mod(P),
                y.multiply(other.y)
                        .add(x.multiply(other.x))
                        .multiply(BigInteger.ONE.subtract(product).modInverse(P))
                        .mod(P));
    }

    EdwardsPoint times(BigInteger scalar) {
        EdwardsPoint result = IDENTITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            result = result.plus(result);
            result = scalar.testBit(bit) ? result.plus(this) : result;
        }
        return result;
    }

    EdwardsPoint times(long scalar) {
        return times(BigInteger.valueOf(scalar));
    }

    Bytes encode() {
        return littleEndian(x.testBit(0) ? y.setBit(255) : y);
    }

    static Bytes littleEndian(BigInteger number) {
        byte[] result = new byte[32];
        for (int i = 0; i < result.length; i++) {
            result[i] = number.shiftRight(8 * i).byteValue();
        }
        return Bytes.wrap(result);
    }

    static BigInteger ofLittleEndian(byte[] bytes) {
        byte[] bigEndian = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bigEndian[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }
}
