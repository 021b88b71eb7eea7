package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.security.MessageDigest;

/** How leaves and nodes are hashed, RFC 6962 section 2.1. The prefixes keep a node from being taken for a leaf. */
public final class TreeHash {
    /** The root of the tree without leaves. */
    public static final Hash EMPTY_ROOT = Sha256.of(new byte[0]);

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;

    private TreeHash() {}

    /** SHA-256 of 0x00 and {@code data}. */
    public static Hash leafHash(byte[] data) {
        MessageDigest digest = Sha256.begin();
        digest.update(LEAF_PREFIX);
        return Hash.wrap(digest.digest(data));
    }

    /** SHA-256 of 0x01, {@code left} and {@code right}. */
    public static Hash nodeHash(Hash left, Hash right) {
        MessageDigest digest = Sha256.begin();
        digest.update(NODE_PREFIX);
        left.updateInto(digest);
        right.updateInto(digest);
        return Hash.wrap(digest.digest());
    }
}
