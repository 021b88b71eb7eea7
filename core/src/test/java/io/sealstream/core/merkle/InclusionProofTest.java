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

class InclusionProofTest {
    private static final Hash LEAF = TreeHash.leafHash(new byte[] {1});

    static List<MerkleVectors.Vector> vectors() throws IOException {
        return MerkleVectors.read("inclusion.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithThePublicVectors(MerkleVectors.Vector vector) {
        InclusionProof proof = new InclusionProof(vector.number("leafIdx"), vector.number("treeSize"), vector.proof());

        // A leaf hash of another length is one of the errors to find; the type Hash rules it out.
        boolean verified = vector.isHash("leafHash") && proof.verify(vector.hash("leafHash"), vector.hash("root"));

        assertThat(verified).isEqualTo(!vector.wantError());
    }

    @Test
    void computesTheLeafAsTheRootOfATreeOfOne() {
        assertThat(new InclusionProof(0, 1, List.of()).computeRoot(LEAF)).contains(LEAF);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "-1,1", "-1,-1", "0,-1", "5,4", "0,-9223372036854775808"})
    void hasNoRootWhereTheIndexIsNotBelowTheSize(long index, long size) {
        assertThat(new InclusionProof(index, size, List.of()).computeRoot(LEAF)).isEmpty();
    }

    @Test
    void hasNoRootWhereThePathIsNotUsedUpExactly() {
        MerkleTree tree = MerkleOracle.treeOf(MerkleOracle.leaves(23));
        for (long index = 0; index < 23; index++) {
            List<Hash> path = tree.inclusionProof(index, 23).path();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(LEAF);

            assertThat(new InclusionProof(index, 23, longer).computeRoot(LEAF)).isEmpty();
            assertThat(new InclusionProof(index, 23, path.subList(0, path.size() - 1)).computeRoot(LEAF))
                    .isEmpty();
        }
    }

    @Test
    void reachesTheLastLeafOfTheLargestTree() {
        List<Hash> path = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            path.add(LEAF);
        }

        assertThat(new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, path).computeRoot(LEAF))
                .isEmpty();
        assertThat(new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, path.subList(0, 62)).computeRoot(LEAF))
                .isPresent();
    }
}
