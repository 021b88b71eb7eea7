package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that the control events so far have added and revoked. Whether they may is judged before. */
final class VerifiedKeys {
    private final Map<KeyId, RegisteredKey> byId = new HashMap<>();
    private final Set<PublicKey> used = new HashSet<>();

    VerifiedKeys(Genesis genesis) {
        for (NamedPublicKey root : genesis.rootKeys()) {
            put(root.keyId(), root.publicKey(), KeyRole.ROOT, List.of(), Sequence.GENESIS);
        }
        PublicKey checkpointKey = genesis.checkpointKey();
        if (checkpointKey != null) {
            used.add(checkpointKey);
        }
    }

    void add(KeyAdded added, Sequence by) {
        put(added.keyId(), added.publicKey(), added.role(), added.eventTypes(), by);
    }

    void revoke(KeyRevoked revoked, Sequence by) {
        byId.computeIfPresent(revoked.keyId(), (id, key) -> key.revoke(by));
    }

    Optional<RegisteredKey> find(KeyId keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }

    /** Whether the ledger has had this public key, for whatever use and also where it was revoked since. */
    boolean hasHad(PublicKey publicKey) {
        return used.contains(publicKey);
    }

    /** All that the ledger has had. */
    Set<PublicKey> publicKeys() {
        return Collections.unmodifiableSet(used);
    }

    boolean isLastRoot(RegisteredKey key) {
        return key.role() == KeyRole.ROOT
                && byId.values().stream()
                        .filter(other -> !other.equals(key))
                        .noneMatch(other -> other.role() == KeyRole.ROOT && other.revokedBy() == null);
    }

    private void put(KeyId keyId, PublicKey key, KeyRole role, List<String> eventTypes, Sequence by) {
        byId.put(keyId, new RegisteredKey(key, role, eventTypes, by, null));
        used.add(key);
    }
}
