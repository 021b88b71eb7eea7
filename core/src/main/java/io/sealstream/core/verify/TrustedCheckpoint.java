package io.sealstream.core.verify;

import io.sealstream.core.Hash;

/**
 * What someone who is trusted saw of the ledger earlier.
 *
 * @param size the number of records, at least 0
 * @param root of the Merkle tree over them
 */
public record TrustedCheckpoint(long size, Hash root) {
    public TrustedCheckpoint {
        if (size < 0) {
            throw new IllegalArgumentException("the size of a checkpoint is at least 0, not " + size);
        }
    }
}
