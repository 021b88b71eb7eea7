package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsistencyProofTest {
    private static final Hash ROOT = TreeHash.leafHash(new byte[] {1});

    static List<MerkleVectors.Vector> vectors() throws IOException {
        return MerkleVectors.read("consistency.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithThePublicVectors(MerkleVectors.Vector vector) {
        ConsistencyProof proof = new ConsistencyProof(vector.number("size1"), vector.number("size2"), vector.proof());

        assertThat(proof.verify(vector.hash("root1"), vector.hash("root2"))).isEqualTo(!vector.wantError());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "-1,1", "2,1", "1,-1", "1,2"})
    void provesNothingWithoutAPathBetweenSizesThatDiffer(long from, long to) {
        assertThat(new ConsistencyProof(from, to, List.of()).verify(ROOT, ROOT)).isFalse();
    }

    @Test
    void needsEveryNodeOfThePathAndNoMore() {
        List<Hash> leaves = MerkleOracle.leaves(23);
        MerkleTree tree = MerkleOracle.treeOf(leaves);
        for (long from = 1; from < 23; from++) {
            Hash fromRoot = tree.root(from);
            List<Hash> path = tree.consistencyProof(from, 23).path();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(ROOT);

            assertThat(new ConsistencyProof(from, 23, longer).verify(fromRoot, tree.root()))
                    .isFalse();
            assertThat(new ConsistencyProof(from, 23, path.subList(0, path.size() - 1)).verify(fromRoot, tree.root()))
                    .isFalse();
        }
    }

    @Test
    void refusesATreeWhoseEarlierLeavesWereChanged() {
        List<Hash> leaves = MerkleOracle.leaves(23);
        MerkleTree honest = MerkleOracle.treeOf(leaves);
        for (int changed = 0; changed < 10; changed++) {
            List<Hash> rewritten = new ArrayList<>(leaves);
            rewritten.set(changed, ROOT);
            MerkleTree tree = MerkleOracle.treeOf(rewritten);

            assertThat(tree.consistencyProof(10, 23).verify(honest.root(10), tree.root()))
                    .isFalse();
        }
    }
}
