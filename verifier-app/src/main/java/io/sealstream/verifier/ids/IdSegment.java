package io.sealstream.verifier.ids;

import io.sealstream.verifier.mapped.MappedFile;
import java.nio.LongBuffer;
import java.util.function.Consumer;

/** A hash table of prints, two longs each in a piece of a file: open addressing with linear probing, never quite full. */
final class IdSegment {
    static final int BYTES = MappedFile.SEGMENT_BYTES;

    private static final int WORDS = 2;
    private static final int PLACES = BYTES / Long.BYTES / WORDS;
    private static final int MAX_SIZE = PLACES / 4 * 3;

    private final LongBuffer table;
    private int size;

    /** @param table all zero; or as another segment has left it, if nothing is added */
    IdSegment(LongBuffer table) {
        this.table = table;
    }

    /** How many were added. */
    int size() {
        return size;
    }

    boolean isFull() {
        return size >= MAX_SIZE;
    }

    boolean contains(long high, long low) {
        return low(find(high, low)) != 0;
    }

    /** @return whether it was added, false where it was there */
    boolean add(long high, long low) {
        int place = find(high, low);
        if (low(place) != 0) {
            return false;
        }
        table.put(place * WORDS, high);
        table.put(place * WORDS + 1, low);
        size++;
        return true;
    }

    void forEach(Consumer<IdPrint> sink) {
        for (int place = 0; place < PLACES; place++) {
            if (low(place) != 0) {
                sink.accept(new IdPrint(high(place), low(place)));
            }
        }
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

    /** Where the print is; where it is not, the free place for it. */
    private int find(long high, long low) {
        int place = (int) (low >>> 1) & (PLACES - 1);
        for (long there = low(place); there != 0; there = low(place)) {
            if (there == low && high(place) == high) {
                return place;
            }
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }

    private long high(int place) {
        return table.get(place * WORDS);
    }

    private long low(int place) {
        return table.get(place * WORDS + 1);
    }
}
