package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Eight bytes that stand for the key of an intake record's outcome, enough to see whether it is that record's. They hold a
 * mark that they are there, whether the key is whole, how many bytes of it count, and 53 bits of the SHA-256 of those. Up to
 * 511 bytes count: more than an event_id can have.
 */
record KeyPrint(long bits) {
    private static final long THERE = 1L << 63;
    private static final long WHOLE = 1L << 62;
    private static final int LENGTH_SHIFT = 53;
    private static final int MAX_LENGTH = 511;
    private static final long HASH = (1L << LENGTH_SHIFT) - 1;

    /** Of a key that is all there. */
    static KeyPrint ofWhole(Bytes key) {
        return of(key, Math.min(key.length(), MAX_LENGTH), WHOLE);
    }

    /** Of a key that may be only the beginning of one. */
    static KeyPrint ofCut(Bytes key) {
        return of(key, Math.min(key.length(), MAX_LENGTH), 0);
    }

    private static KeyPrint of(Bytes key, int length, long whole) {
        MessageDigest digest = Sha256.begin();
        digest.update(key.unsafeArray(), 0, length);
        long hash = ByteBuffer.wrap(digest.digest()).getLong() & HASH;
        return new KeyPrint(THERE | whole | (long) length << LENGTH_SHIFT | hash);
    }

    /** How many bytes of the key count: 0 to 511. */
    int length() {
        return (int) (bits >>> LENGTH_SHIFT) & MAX_LENGTH;
    }

    /** Whether this is the print of {@code key}, or of its beginning where that is all that was kept. */
    boolean isOf(Bytes key) {
        int counting = Math.min(key.length(), MAX_LENGTH);
        long whole = bits & WHOLE;
        boolean fits = whole == 0 ? length() <= counting : length() == counting;
        return fits && equals(of(key, length(), whole));
    }
}
