package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A tree that grows at its right edge and is kept in memory whole, 64 bytes a leaf, so that it can prove things about
 * each of its sizes. Where only the root is needed, a {@link Frontier} is enough. Not safe to share between threads.
 *
 * <p>The methods follow the definitions of RFC 6962 section 2.1 (the same in RFC 9162): D[begin:end] is a half-open
 * range of leaves, MTH its root.
 */
public final class MerkleTree {
    /** Level k has the roots of the complete subtrees of 2^k leaves, left to right. */
    private final List<HashColumn> levels = new ArrayList<>();

    public long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().size();
    }

    public void append(Hash leafHash) {
        Hash node = leafHash;
        for (int level = 0; ; level++) {
            HashColumn column = level(level);
            column.add(node);
            if (column.size() % 2 == 1) {
                return;
            }
            node = TreeHash.nodeHash(column.get(column.size() - 2), node);
        }
    }

    public Hash root() {
        return root(size());
    }

    /**
     * The root that the tree had when it had {@code size} leaves.
     *
     * @throws IndexOutOfBoundsException where it has fewer
     */
    public Hash root(long size) {
        Objects.checkFromToIndex(0, size, size());
        return size == 0 ? TreeHash.EMPTY_ROOT : subtreeRoot(0, size);
    }

    /**
     * That the leaf at {@code leafIndex} is in the tree of {@code treeSize} leaves.
     *
     * @throws IndexOutOfBoundsException where there is no such leaf, or no such tree yet
     */
    public InclusionProof inclusionProof(long leafIndex, long treeSize) {
        Objects.checkFromToIndex(0, treeSize, size());
        Objects.checkIndex(leafIndex, treeSize);
        List<Hash> path = new ArrayList<>();
        addPath(leafIndex, 0, treeSize, path);
        return new InclusionProof(leafIndex, treeSize, path);
    }

    /**
     * That the tree of {@code toSize} leaves begins with all the leaves of the tree of {@code fromSize}.
     *
     * @param fromSize at least 1, since every tree begins with the empty one
     * @throws IndexOutOfBoundsException where fromSize is above toSize, or there is no such tree yet
     */
    public ConsistencyProof consistencyProof(long fromSize, long toSize) {
        Objects.checkFromToIndex(1, fromSize, toSize);
        Objects.checkFromToIndex(0, toSize, size());
        List<Hash> path = new ArrayList<>();
        addSubproof(fromSize, 0, toSize, true, path);
        return new ConsistencyProof(fromSize, toSize, path);
    }

    /** PATH(leaf - begin, D[begin:end]). */
    private void addPath(long leaf, long begin, long end, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + leftSize(end - begin);
        if (leaf < middle) {
            addPath(leaf, begin, middle, path);
            path.add(subtreeRoot(middle, end));
        } else {
            addPath(leaf, middle, end, path);
            path.add(subtreeRoot(begin, middle));
        }
    }

    /** SUBPROOF(from - begin, D[begin:end], wholeTree): wholeTree where the verifier has the root of D[begin:from]. */
    private void addSubproof(long from, long begin, long end, boolean wholeTree, List<Hash> path) {
        if (from == end) {
            if (!wholeTree) {
                path.add(subtreeRoot(begin, end));
            }
            return;
        }
        long middle = begin + leftSize(end - begin);
        if (from <= middle) {
            addSubproof(from, begin, middle, wholeTree, path);
            path.add(subtreeRoot(middle, end));
        } else {
            addSubproof(from, middle, end, false, path);
            path.add(subtreeRoot(begin, middle));
        }
    }

    /** MTH(D[begin:end]), where begin is a multiple of the smallest power of two that is not below end - begin. */
    private Hash subtreeRoot(long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return level(level).get(begin >> level);
        }
        long middle = begin + leftSize(size);
        return TreeHash.nodeHash(subtreeRoot(begin, middle), subtreeRoot(middle, end));
    }

    /** The largest power of two below {@code size}, which is at least 2. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }

    private HashColumn level(int level) {
        if (level == levels.size()) {
            levels.add(new HashColumn());
        }
        return levels.get(level);
    }
}
