package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int SIZE = 150;
    private static final List<Hash> LEAVES = MerkleOracle.leaves(SIZE);

    /** The tree of Certificate Transparency's reference tests, after each leaf. */
    @Test
    void hasTheRootsOfTheReferenceTree() {
        List<String> inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        MerkleTree tree = new MerkleTree();

        inputs.forEach(input -> tree.append(TreeHash.leafHash(Bytes.ofHex(input).toByteArray())));

        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8))
                .extracting(size -> tree.root(size).hex())
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void hasTheHashOfNothingAsTheRootOfNoLeaves() {
        assertThat(new MerkleTree().root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void remembersTheRootOfEverySize() {
        MerkleTree tree = MerkleOracle.treeOf(LEAVES);

        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root(size)).isEqualTo(MerkleOracle.root(LEAVES.subList(0, size)));
        }
    }

    @Test
    void provesEveryLeafInEveryTree() {
        MerkleTree tree = MerkleOracle.treeOf(LEAVES);

        for (int size = 1; size <= SIZE; size++) {
            Hash root = tree.root(size);
            for (int index = 0; index < size; index++) {
                assertThat(tree.inclusionProof(index, size).verify(LEAVES.get(index), root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void provesEveryTreeToBeginWithEverySmallerOne() {
        MerkleTree tree = MerkleOracle.treeOf(LEAVES);

        for (int to = 1; to <= SIZE; to++) {
            for (int from = 1; from <= to; from++) {
                assertThat(tree.consistencyProof(from, to).verify(tree.root(from), tree.root(to)))
                        .as("from %d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void refusesSizesAndLeavesThatItDoesNotHave() {
        MerkleTree tree = MerkleOracle.treeOf(LEAVES.subList(0, 3));

        assertThatThrownBy(() -> tree.root(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.root(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusionProof(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusionProof(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistencyProof(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistencyProof(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistencyProof(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
