package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link Frontier} that many leaves are appended to, in place. Not safe to share between threads. */
public final class GrowingTree {
    private static final int MAX_LEVELS = Long.SIZE - 1;

    /** By the height of its subtree; one counts where that bit of the size is set. */
    private final Hash[] peaks = new Hash[MAX_LEVELS];

    private long size;

    public GrowingTree(Frontier start) {
        Arrays.fill(peaks, Hash.ZERO);
        size = start.size();
        var given = start.peaks().reversed().iterator();
        for (long left = size; left != 0; left &= left - 1) {
            peaks[Long.numberOfTrailingZeros(left)] = given.next();
        }
    }

    public void append(Hash leafHash) {
        int complete = Long.numberOfTrailingZeros(~size);
        Hash node = leafHash;
        for (int level = 0; level < complete; level++) {
            node = TreeHash.nodeHash(peaks[level], node);
        }
        size = Math.addExact(size, 1);
        peaks[complete] = node;
    }

    public long size() {
        return size;
    }

    /** As it stands now. */
    public Frontier frontier() {
        List<Hash> present = new ArrayList<>(Long.bitCount(size));
        for (int level = MAX_LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                present.add(peaks[level]);
            }
        }
        return new Frontier(size, present);
    }
}
