package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.util.Iterator;
import java.util.List;

/**
 * The nodes that show that a larger tree begins with a smaller one. It can come from anyone and hold anything: what is
 * out of bounds proves nothing.
 *
 * @param fromSize leaves of the smaller tree, at least 1: that the empty tree comes first needs no proof
 * @param toSize leaves of the larger tree; where it is fromSize, the path is empty and the roots are the same
 * @param path nodes of the larger tree, from the lowest up
 */
public record ConsistencyProof(long fromSize, long toSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that the tree with {@code toRoot} begins with the one with {@code fromRoot}. */
    public boolean verify(Hash fromRoot, Hash toRoot) {
        if (fromSize < 1 || fromSize > toSize) {
            return false;
        }
        if (fromSize == toSize) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        return !path.isEmpty() && leadsToBoth(fromRoot, toRoot);
    }

    /** RFC 9162 section 2.1.4.2, with the sizes and the empty path already checked. */
    private boolean leadsToBoth(Hash fromRoot, Hash toRoot) {
        int sharedLevels = Long.numberOfTrailingZeros(fromSize);
        long node = (fromSize - 1) >> sharedLevels;
        long lastNode = (toSize - 1) >> sharedLevels;
        Iterator<Hash> nodes = path.iterator();
        // A smaller tree that is complete is itself the first node; the path leaves it out.
        Hash from = node == 0 ? fromRoot : nodes.next();
        Hash to = from;
        while (nodes.hasNext()) {
            if (lastNode == 0) {
                return false;
            }
            Hash sibling = nodes.next();
            if ((node & 1) == 1 || node == lastNode) {
                from = TreeHash.nodeHash(sibling, from);
                to = TreeHash.nodeHash(sibling, to);
                int levels = Long.numberOfTrailingZeros(node);
                node >>= levels;
                lastNode >>= levels;
            } else {
                to = TreeHash.nodeHash(to, sibling);
            }
            node >>= 1;
            lastNode >>= 1;
        }
        return lastNode == 0 && from.equals(fromRoot) && to.equals(toRoot);
    }
}
