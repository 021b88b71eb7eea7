package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.util.List;
import java.util.Optional;

/**
 * The audit path from a leaf to a root. It can come from anyone and hold anything: what is out of bounds proves nothing.
 *
 * @param leafIndex 0 to treeSize - 1
 * @param treeSize leaves of the tree that the root is of, at least 1
 * @param path the siblings, from the leaf's up
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    public boolean verify(Hash leafHash, Hash root) {
        return computeRoot(leafHash).filter(root::equals).isPresent();
    }

    /**
     * The one root that this path leads to from {@code leafHash}, RFC 9162 section 2.1.3.2. Empty where the index is not
     * below the size, or the path is shorter or longer than they say.
     */
    public Optional<Hash> computeRoot(Hash leafHash) {
        return new AuditClimb().root(this, leafHash);
    }
}
