package io.sealstream.soak.check;

import java.util.List;

/** The root of the Merkle tree of RFC 6962 section 2.1, by its definition. */
final class TreeRoot {
    private TreeRoot() {}

    /** @param leaves leaf hashes */
    static byte[] of(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> new HashInput().hash();
            case 1 -> leaves.getFirst();
            default -> {
                int left = Integer.highestOneBit(leaves.size() - 1);
                yield new HashInput()
                        .u8(1)
                        .bytes(of(leaves.subList(0, left)))
                        .bytes(of(leaves.subList(left, leaves.size())))
                        .hash();
            }
        };
    }
}
