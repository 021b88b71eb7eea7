package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what is remembered of one path changes nothing for the next. */
class AuditClimbTest {
    private static final int PATHS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 23, 64, 65, 100})
    void findsTheRootForEveryLeafInItsTurn(int size) {
        List<Hash> leaves = MerkleOracle.leaves(size);
        MerkleTree tree = MerkleOracle.treeOf(leaves);
        AuditClimb climb = new AuditClimb();

        for (int leaf = 0; leaf < size; leaf++) {
            assertThat(climb.root(tree.inclusionProof(leaf, size), leaves.get(leaf)))
                    .contains(tree.root());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatAnEmptyMemoryFindsWhateverCameBefore(long seed) {
        Paths paths = new Paths(new Random(seed));
        AuditClimb climb = new AuditClimb();

        for (int i = 0; i < PATHS; i++) {
            Paths.Path path = paths.next();

            assertThat(climb.root(path.proof(), path.leaf()))
                    .as("path %s of seed %s: %s", i, seed, path)
                    .isEqualTo(new AuditClimb().root(path.proof(), path.leaf()));
        }
    }

    @Test
    void remembersNothingOfAPathThatLedNowhere() {
        List<Hash> leaves = MerkleOracle.leaves(4);
        MerkleTree tree = MerkleOracle.treeOf(leaves);
        InclusionProof proof = tree.inclusionProof(0, 4);
        AuditClimb climb = new AuditClimb();
        var unused = climb.root(proof, leaves.get(0));

        InclusionProof tooLong = new InclusionProof(0, 2, proof.path());

        assertThat(climb.root(tooLong, leaves.get(0))).isEmpty();
        assertThat(climb.root(tooLong, leaves.get(0))).isEmpty();
        assertThat(climb.root(proof, leaves.get(0))).contains(tree.root());
    }

    /** Paths that follow one another as in batches, with one thing or another wrong in many of them. */
    private static final class Paths {
        private static final int SIZES = 9;
        private final List<Hash> leaves = MerkleOracle.leaves(SIZES);
        private final MerkleTree tree = MerkleOracle.treeOf(leaves);
        private final Random random;

        record Path(InclusionProof proof, Hash leaf) {}

        Paths(Random random) {
            this.random = random;
        }

        Path next() {
            int size = 1 + random.nextInt(SIZES);
            int leaf = random.nextInt(size);
            InclusionProof proof = tree.inclusionProof(leaf, size);
            return switch (random.nextInt(8)) {
                case 0 -> new Path(proof, anyLeaf());
                case 1 -> new Path(new InclusionProof(random.nextInt(SIZES), size, proof.path()), leaves.get(leaf));
                case 2 -> new Path(new InclusionProof(leaf, random.nextInt(SIZES), proof.path()), leaves.get(leaf));
                case 3 -> new Path(new InclusionProof(leaf, size, otherwise(proof.path())), leaves.get(leaf));
                default -> new Path(proof, leaves.get(leaf));
            };
        }

        private Hash anyLeaf() {
            return leaves.get(random.nextInt(SIZES));
        }

        private List<Hash> otherwise(List<Hash> path) {
            List<Hash> other = new ArrayList<>(path);
            if (other.isEmpty() || random.nextBoolean()) {
                other.add(anyLeaf());
            } else if (random.nextBoolean()) {
                other.removeLast();
            } else {
                other.set(random.nextInt(other.size()), anyLeaf());
            }
            return other;
        }
    }
}
