package io.sealstream.core.seal;

import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a ledger as the sealer sees them behind its last record. A value: {@link #replay} gives the next one, and
 * is the only thing that changes it, so a restart that replays the control events has the same register.
 */
public final class KeyRegister {
    private final Map<KeyId, Entry> entries;
    private final Set<PublicKey> used;

    private record Entry(PublicKey publicKey, KeyRole role, List<String> eventTypes, boolean revoked) {
        boolean mayCertify(EventType type) {
            if (type.isControl()) {
                return role == KeyRole.ROOT;
            }
            return role == KeyRole.PRODUCER
                    && (eventTypes.isEmpty() || eventTypes.stream().anyMatch(type.value()::startsWith));
        }
    }

    private KeyRegister(Map<KeyId, Entry> entries, Set<PublicKey> used) {
        this.entries = entries;
        this.used = used;
    }

    public static KeyRegister of(Genesis genesis) {
        Map<KeyId, Entry> entries = new HashMap<>();
        Set<PublicKey> used = new HashSet<>();
        genesis.rootKeys().forEach(root -> {
            entries.put(root.keyId(), new Entry(root.publicKey(), KeyRole.ROOT, List.of(), false));
            used.add(root.publicKey());
        });
        if (genesis.checkpointKey() != null) {
            used.add(genesis.checkpointKey());
        }
        return new KeyRegister(entries, used);
    }

    /** The algorithm of the key that has this id, revoked or not; empty where none has it. */
    public Optional<SignatureAlgorithm> algorithm(KeyId keyId) {
        return Optional.ofNullable(entries.get(keyId)).map(Entry::publicKey).map(PublicKey::algorithm);
    }

    /** The answer to: which key is this, and may it certify an event of this type now? */
    sealed interface Lookup {
        record Found(PublicKey publicKey) implements Lookup {}

        record Refused(RejectReason reason, String detail) implements Lookup {}
    }

    Lookup find(KeyId keyId, EventType eventType) {
        Entry entry = entries.get(keyId);
        if (entry == null) {
            return new Lookup.Refused(RejectReason.KEY_UNKNOWN, "no key \"" + keyId + "\" is registered");
        }
        if (entry.revoked()) {
            return new Lookup.Refused(RejectReason.KEY_REVOKED, "the key \"" + keyId + "\" is revoked");
        }
        if (!entry.mayCertify(eventType)) {
            return new Lookup.Refused(
                    RejectReason.KEY_NOT_AUTHORIZED,
                    "the " + entry.role().jsonName() + " key \"" + keyId + "\" may not certify events of type \""
                            + eventType + '"');
        }
        return new Lookup.Found(entry.publicKey());
    }

    /** Why the ledger does not allow {@code control} now, or empty; whether its key is sound is asked elsewhere. */
    Optional<String> objection(ControlEvent control) {
        return Optional.ofNullable(
                switch (control) {
                    case KeyAdded added -> objectionTo(added);
                    case KeyRevoked revoked -> objectionTo(revoked);
                    case Genesis genesis -> "a ledger has one genesis, at sequence 0";
                    case PolicyNoted noted -> "policy notes come from the sealer alone";
                    case TopicReplaced replaced -> null;
                });
    }

    private @Nullable String objectionTo(KeyAdded added) {
        if (entries.containsKey(added.keyId())) {
            return "the key id \"" + added.keyId() + "\" was used before; choose another";
        }
        return used.contains(added.publicKey()) ? "the public key was used before; make a new key pair" : null;
    }

    private @Nullable String objectionTo(KeyRevoked revoked) {
        Entry entry = entries.get(revoked.keyId());
        if (entry == null || entry.revoked()) {
            return "the key \"" + revoked.keyId() + "\" is " + (entry == null ? "not registered" : "revoked already");
        }
        boolean lastRoot = entry.role() == KeyRole.ROOT
                && entries.values().stream()
                                .filter(e -> e.role() == KeyRole.ROOT && !e.revoked())
                                .count()
                        == 1;
        return lastRoot ? "\"" + revoked.keyId() + "\" is the last root key; add another first" : null;
    }

    /** The register behind {@code control}, which the ledger has sealed. */
    public KeyRegister replay(ControlEvent control) {
        return switch (control) {
            case KeyAdded added -> {
                KeyRegister next = copy();
                next.entries.put(added.keyId(), new Entry(added.publicKey(), added.role(), added.eventTypes(), false));
                next.used.add(added.publicKey());
                yield next;
            }
            case KeyRevoked revoked -> {
                KeyRegister next = copy();
                next.entries.computeIfPresent(
                        revoked.keyId(), (id, e) -> new Entry(e.publicKey(), e.role(), e.eventTypes(), true));
                yield next;
            }
            case Genesis genesis -> this;
            case PolicyNoted noted -> this;
            case TopicReplaced replaced -> this;
        };
    }

    private KeyRegister copy() {
        return new KeyRegister(new HashMap<>(entries), new HashSet<>(used));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRegister that && entries.equals(that.entries) && used.equals(that.used);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
