package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {
    private static final List<Hash> LEAVES = MerkleOracle.leaves(300);

    @Test
    void hasTheRootOfTheWholeTreeAfterEveryLeaf() {
        MerkleTree whole = new MerkleTree();
        GrowingTree growing = new GrowingTree(Frontier.EMPTY);
        assertThat(growing.frontier().root()).isEqualTo(whole.root());

        for (Hash leaf : LEAVES) {
            whole.append(leaf);
            growing.append(leaf);

            assertThat(growing.size()).isEqualTo(whole.size());
            assertThat(growing.frontier().size()).isEqualTo(whole.size());
            assertThat(growing.frontier().root()).isEqualTo(whole.root());
        }
    }

    @Test
    void goesOnFromWhereverAnotherStood() {
        GrowingTree through = new GrowingTree(Frontier.EMPTY);

        for (Hash leaf : LEAVES) {
            GrowingTree resumed = new GrowingTree(through.frontier());
            through.append(leaf);
            resumed.append(leaf);

            assertThat(resumed.frontier()).isEqualTo(through.frontier());
        }
    }

    @Test
    void leavesItsEarlierFrontiersAsTheyWere() {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        LEAVES.subList(0, 3).forEach(tree::append);
        Frontier three = tree.frontier();
        Hash root = three.root();

        tree.append(LEAVES.get(3));

        assertThat(three.root()).isEqualTo(root);
        assertThat(three.size()).isEqualTo(3);
    }
}
