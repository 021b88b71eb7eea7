package io.sealstream.verifier.ids;

import io.sealstream.verifier.mapped.MappedFile;
import java.nio.LongBuffer;

/** A hash table of prints, two longs each in a piece of a file: open addressing with linear probing, never quite full. */
final class IdSegment {
    static final int BYTES = MappedFile.SEGMENT_BYTES;

    private static final int WORDS = 2;
    private static final int PLACES = BYTES / Long.BYTES / WORDS;
    private static final int MAX_SIZE = PLACES / 4 * 3;

    private final LongBuffer table;
    private int size;

    /** @param table all zero, or as another segment has left it */
    IdSegment(LongBuffer table) {
        this.table = table;
        for (int place = 0; place < PLACES; place++) {
            size += low(place) == 0 ? 0 : 1;
        }
    }

    boolean isFull() {
        return size >= MAX_SIZE;
    }

    /** @return whether it was added, false where it was there */
    boolean add(long high, long low) {
        int place = (int) (low >>> 1) & (PLACES - 1);
        for (long there = low(place); there != 0; there = low(place)) {
            if (there == low && high(place) == high) {
                return false;
            }
            place = (place + 1) & (PLACES - 1);
        }
        table.put(place * WORDS, high);
        table.put(place * WORDS + 1, low);
        size++;
        return true;
    }

    /** Leaves to {@code other} the prints whose {@code bit}, from the highest as 0, is set. */
    void split(IdSegment other, int bit) {
        long[] all = new long[PLACES * WORDS];
        table.get(0, all);
        table.put(0, new long[PLACES * WORDS]);
        size = 0;
        for (int at = 0; at < all.length; at += WORDS) {
            if (all[at + 1] != 0) {
                boolean isSet = (all[at] << bit) < 0;
                (isSet ? other : this).add(all[at], all[at + 1]);
            }
        }
    }

    private long high(int place) {
        return table.get(place * WORDS);
    }

    private long low(int place) {
        return table.get(place * WORDS + 1);
    }
}
