package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import java.util.List;

/**
 * What a file of event ids needs to be read again.
 *
 * @param key of the prints; secret, so that nobody can look for two ids with the same one
 * @param segments how many there are
 * @param directory which segment has the prints with which leading bits; as long as a power of two
 */
public record IdIndex(Bytes key, int segments, List<Integer> directory) {
    /** @throws IllegalArgumentException where it is the index of no file */
    public IdIndex {
        directory = List.copyOf(directory);
        if (Integer.bitCount(directory.size()) != 1) {
            throw new IllegalArgumentException(
                    "a directory has as many places as a power of two, not " + directory.size());
        }
        int all = segments;
        if (directory.stream().anyMatch(segment -> segment < 0 || segment >= all)) {
            throw new IllegalArgumentException("a directory of " + segments + " segments names another one");
        }
    }

    /** How long the file is, in bytes. */
    public long fileBytes() {
        return (long) segments * IdSegment.BYTES;
    }

    int segmentOf(long high) {
        return directory.get(placeOf(high, directory.size()));
    }

    /** The place in a directory of {@code places} for prints that begin like {@code high}: the number that its leading bits are. */
    static int placeOf(long high, int places) {
        int bits = Integer.numberOfTrailingZeros(places);
        return bits == 0 ? 0 : (int) (high >>> (Long.SIZE - bits));
    }
}
