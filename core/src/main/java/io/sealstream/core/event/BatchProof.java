package io.sealstream.core.event;

import io.sealstream.core.Hash;
import java.util.List;

/**
 * Where an event stands in the batch that one signature covers.
 *
 * @param leafIndex 0 to treeSize - 1 where the rules are kept
 * @param treeSize at least 1 where the rules are kept
 * @param path the audit path (RFC 9162 section 2.1.3), leaf to root, at most 63 hashes where the rules are kept
 */
public record BatchProof(long leafIndex, long treeSize, List<Hash> path) {
    public static final int MAX_PATH = 63;

    public BatchProof {
        path = List.copyOf(path);
        if (path.size() > 0xFFFF) {
            throw new IllegalArgumentException(
                    "an audit path has " + path.size() + " hashes; the format can hold 65535");
        }
    }
}
