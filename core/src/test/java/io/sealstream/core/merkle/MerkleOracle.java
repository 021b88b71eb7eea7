package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Trees by RFC 6962's definition alone, and leaves to try it with. */
final class MerkleOracle {
    private MerkleOracle() {}

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> TreeHash.leafHash(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    static MerkleTree treeOf(List<Hash> leaves) {
        MerkleTree tree = new MerkleTree();
        leaves.forEach(tree::append);
        return tree;
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return TreeHash.nodeHash(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }
}
