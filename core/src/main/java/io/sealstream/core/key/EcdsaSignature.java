package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An ECDSA signature on P-256, whose one encoding is DER (X.690 section 10): {@code SEQUENCE { r INTEGER, s INTEGER }}
 * (RFC 3279 section 2.2.3).
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int MIN_LENGTH = 8;
    /** Two integers of 33 bytes, since n has its highest bit set. All lengths fit into one byte. */
    private static final int MAX_LENGTH = 72;

    private static final BigInteger HALF_N = P256.N.shiftRight(1);

    /**
     * Reads two numbers from where they stand in DER, and takes them only if they are encoded as {@link #encode} does:
     * tags, lengths and every other byte are checked by that.
     */
    static Optional<EcdsaSignature> parse(Bytes der) {
        if (der.length() < MIN_LENGTH || der.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes = der.unsafeArray();
        int rLength = bytes[3];
        int sLength = der.length() - 6 - rLength;
        if (rLength < 1 || sLength < 1) {
            return Optional.empty();
        }
        BigInteger r = new BigInteger(bytes, 4, rLength);
        BigInteger s = new BigInteger(bytes, 6 + rLength, sLength);
        return Optional.of(new EcdsaSignature(r, s))
                .filter(read -> read.encode().equals(der));
    }

    /** Whether 0 < r < n and 0 < s <= n/2: for each signature, n - s would verify as well. */
    boolean isInRange() {
        return r.signum() > 0 && r.compareTo(P256.N) < 0 && s.signum() > 0 && s.compareTo(HALF_N) <= 0;
    }

    /** The one of this and its twin, with n - s, whose s is at most n/2. */
    EcdsaSignature low() {
        return s.compareTo(HALF_N) > 0 ? new EcdsaSignature(r, P256.N.subtract(s)) : this;
    }

    Bytes encode() {
        byte[] rBytes = r.toByteArray();
        byte[] sBytes = s.toByteArray();
        int length = 4 + rBytes.length + sBytes.length;
        ByteBuffer out = ByteBuffer.allocate(2 + length);
        out.put((byte) SEQUENCE).put((byte) length);
        out.put((byte) INTEGER).put((byte) rBytes.length).put(rBytes);
        out.put((byte) INTEGER).put((byte) sBytes.length).put(sBytes);
        return Bytes.wrap(out.array());
    }
}
