package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows audit paths up to their roots, RFC 9162 section 2.1.3.2, and remembers the way of the last one. Leaves of a tree
 * that come one after another have most of the way in common: where a path gets to a node of the last one and goes on as that
 * did, it ends where that ended. So a leaf takes two hashes on average, where it would be one for each level. Not safe to
 * share between threads.
 */
public final class AuditClimb {
    /** Each step halves the number of nodes, and a tree has less than 2^63 leaves. */
    private static final int MAX_STEPS = Long.SIZE;

    /** Where the last path was, with none of its hashes used, with the first, with two. */
    private final Step[] steps = new Step[MAX_STEPS + 1];

    /** Null where the last one led nowhere. */
    private @Nullable List<Hash> lastPath;

    /**
     * A node on its way up.
     *
     * @param node its place on its level
     * @param lastNode that of the last one there
     */
    private record Step(long node, long lastNode, Hash hash) {
        Step up(Hash sibling) {
            if (isOdd(node) || node == lastNode) {
                // The last node of a level with an odd number of them moves up as it is, until it has a left sibling.
                int levels = Long.numberOfTrailingZeros(node) + 1;
                return new Step(node >> levels, lastNode >> levels, TreeHash.nodeHash(sibling, hash));
            }
            return new Step(node >> 1, lastNode >> 1, TreeHash.nodeHash(hash, sibling));
        }

        private static boolean isOdd(long node) {
            return (node & 1) == 1;
        }
    }

    /** As {@link InclusionProof#computeRoot}. */
    public Optional<Hash> root(InclusionProof proof, Hash leafHash) {
        if (proof.leafIndex() < 0 || proof.leafIndex() >= proof.treeSize()) {
            return Optional.empty();
        }
        List<Hash> before = lastPath;
        lastPath = null;
        List<Hash> path = proof.path();
        Step step = new Step(proof.leafIndex(), proof.treeSize() - 1, leafHash);
        for (int used = 0; used < path.size(); used++) {
            if (before != null && goesOnAs(before, path, used, step)) {
                step = steps[path.size()];
                break;
            }
            if (step.lastNode() == 0) {
                return Optional.empty();
            }
            steps[used] = step;
            step = step.up(path.get(used));
        }
        if (step.lastNode() != 0) {
            return Optional.empty();
        }
        steps[path.size()] = step;
        lastPath = path;
        return Optional.of(step.hash());
    }

    private boolean goesOnAs(List<Hash> before, List<Hash> path, int used, Step step) {
        return before.size() == path.size()
                && step.equals(steps[used])
                && path.subList(used, path.size()).equals(before.subList(used, path.size()));
    }
}
