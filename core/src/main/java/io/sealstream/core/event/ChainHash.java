package io.sealstream.core.event;

import io.sealstream.core.Blake3;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;

/** A hash that can link the chain. {@link #of(HashAlgorithm)} is the one place where another is added. */
public interface ChainHash {
    Hash of(byte[] input);

    static ChainHash of(HashAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> Sha256::of;
            case BLAKE3 -> Blake3::of;
        };
    }
}
