package io.sealstream.sealer;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator chose for the genesis; the cluster adds the ids of the topics. */
record GenesisSettings(
        String origin,
        HashAlgorithm hash,
        Certification certification,
        List<NamedPublicKey> rootKeys,
        @Nullable PublicKey checkpointKey) {

    /** @throws IllegalArgumentException where the choice breaks a rule of the genesis, which the message names */
    Genesis genesis(String ledger, LedgerTopics topics, long createdAtMs) {
        return new Genesis(ledger, origin, hash, certification, createdAtMs, topics, rootKeys, checkpointKey);
    }
}
