package io.sealstream.core.event;

import java.util.Optional;

/** The hashes of chains that can be computed. A verifier that lacks a ledger's calls it INCOMPLETE. */
@FunctionalInterface
public interface ChainHashes {
    /** All that this build has. */
    ChainHashes SUPPORTED = algorithm -> Optional.of(ChainHash.of(algorithm));

    Optional<ChainHash> find(HashAlgorithm algorithm);
}
