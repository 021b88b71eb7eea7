package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import java.util.Optional;

/**
 * What a record's header gives.
 *
 * @param leaf in the Merkle tree
 * @param eventHash empty where the ledger's hash can't be computed
 */
record HeaderHashes(Hash leaf, Optional<Hash> eventHash) {}
