package io.sealstream.core.merkle;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a tree must remember to grow, as a {@link GrowingTree}: the roots of the complete subtrees that its leaves split
 * into. It knows its own root and no earlier one.
 *
 * @param size the number of leaves
 * @param peaks one for each bit that is set in {@code size}, the largest subtree, which is the leftmost, first
 */
public record Frontier(long size, List<Hash> peaks) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves does not have " + peaks.size() + " complete subtrees");
        }
    }

    public Hash root() {
        return peaks.reversed().stream()
                .reduce((right, left) -> TreeHash.nodeHash(left, right))
                .orElse(TreeHash.EMPTY_ROOT);
    }

    /** The size as 8 bytes, big-endian, then the peaks. */
    public Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
        out.putLong(size);
        peaks.forEach(peak -> peak.writeTo(out));
        return Bytes.wrap(out.array());
    }

    /** @throws IllegalArgumentException where {@code encoded} is not what {@link #encode} writes */
    public static Frontier decode(Bytes encoded) {
        int hashBytes = encoded.length() - Long.BYTES;
        if (hashBytes < 0 || hashBytes % Hash.LENGTH != 0) {
            throw new IllegalArgumentException("a frontier of " + encoded.length()
                    + " bytes is damaged: 8 and a multiple of 32 are expected; rebuild the store that it is from");
        }
        ByteBuffer in = ByteBuffer.wrap(encoded.unsafeArray());
        long size = in.getLong();
        List<Hash> peaks = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] peak = new byte[Hash.LENGTH];
            in.get(peak);
            peaks.add(Hash.wrap(peak));
        }
        return new Frontier(size, peaks);
    }
}
