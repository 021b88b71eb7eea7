package io.sealstream.core.event;

import io.sealstream.core.Blake3;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.util.Optional;

/** A hash that can link the chain. {@link #find} is the one place where another is added. */
public interface ChainHash {
    Hash of(byte[] input);

    /** Empty where this build lacks the algorithm: a verifier then says INCOMPLETE, a sealer refuses to start. */
    static Optional<ChainHash> find(HashAlgorithm algorithm) {
        return Optional.of(
                switch (algorithm) {
                    case SHA_256 -> Sha256::of;
                    case BLAKE3 -> Blake3::of;
                });
    }
}
