package io.sealstream.core.verify;

/**
 * A set of 32-byte digests, four longs each in one array: open addressing with linear probing, at most three quarters
 * full. Digests are spread evenly by nature, so that their own bits are the hash.
 */
final class DigestSet {
    private static final int WORDS = 4;
    private static final int FIRST_CAPACITY = 16;

    private long[] table = new long[FIRST_CAPACITY * WORDS];
    private int size;
    private boolean hasZero;

    /** @return whether it was added, false where it was there */
    boolean add(long a, long b, long c, long d) {
        if ((a | b | c | d) == 0) {
            // Four zero words mark a free place.
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        if ((size + 1) * 4L > capacity() * 3L) {
            grow();
        }
        boolean added = put(a, b, c, d);
        if (added) {
            size++;
        }
        return added;
    }

    private int capacity() {
        return table.length / WORDS;
    }

    private boolean put(long a, long b, long c, long d) {
        int mask = capacity() - 1;
        for (int place = (int) b & mask; ; place = (place + 1) & mask) {
            int at = place * WORDS;
            if ((table[at] | table[at + 1] | table[at + 2] | table[at + 3]) == 0) {
                table[at] = a;
                table[at + 1] = b;
                table[at + 2] = c;
                table[at + 3] = d;
                return true;
            }
            if (table[at] == a && table[at + 1] == b && table[at + 2] == c && table[at + 3] == d) {
                return false;
            }
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (int at = 0; at < old.length; at += WORDS) {
            if ((old[at] | old[at + 1] | old[at + 2] | old[at + 3]) != 0) {
                put(old[at], old[at + 1], old[at + 2], old[at + 3]);
            }
        }
    }
}
