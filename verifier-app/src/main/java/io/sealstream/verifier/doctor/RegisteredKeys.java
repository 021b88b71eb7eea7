package io.sealstream.verifier.doctor;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.verify.LedgerRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys as a ledger's control events name them. Whether those events are what they should be, {@code verify} says. */
final class RegisteredKeys implements Consumer<LedgerRecord> {
    /** @param revokedBy null while it is not revoked */
    record Entry(
            PublicKey publicKey, KeyRole role, @Nullable Sequence revokedBy) {}

    private final Map<KeyId, Entry> entries = new LinkedHashMap<>();
    private @Nullable PublicKey checkpointKey;
    private @Nullable Certification certification;

    @Override
    public void accept(LedgerRecord record) {
        if (record.content() instanceof LedgerRecord.Decoded(SealedEvent event)
                && event.event().eventType().isControl()
                && ControlPayload.read(event.event()) instanceof ControlPayload.Valid(ControlEvent control)) {
            apply(control, event.sequence());
        }
    }

    private void apply(ControlEvent control, Sequence sequence) {
        switch (control) {
            case Genesis genesis -> {
                checkpointKey = genesis.checkpointKey();
                certification = genesis.certification();
                genesis.rootKeys().forEach(key -> add(key.keyId(), key.publicKey(), KeyRole.ROOT));
            }
            case KeyAdded added -> add(added.keyId(), added.publicKey(), added.role());
            case KeyRevoked revoked ->
                entries.computeIfPresent(
                        revoked.keyId(), (id, entry) -> new Entry(entry.publicKey(), entry.role(), sequence));
            default -> {}
        }
    }

    private void add(KeyId id, PublicKey key, KeyRole role) {
        entries.putIfAbsent(id, new Entry(key, role, null));
    }

    Optional<Entry> find(KeyId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Under which id a key is known. */
    Optional<KeyId> idOf(PublicKey key) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().publicKey().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean isCheckpointKey(PublicKey key) {
        return key.equals(checkpointKey);
    }

    /** Whether the ledger asks for no certificates but those of control events. */
    boolean needsNoProducers() {
        return certification == Certification.NONE;
    }

    /** How many of {@code role} are valid now. */
    long valid(KeyRole role) {
        return entries.values().stream()
                .filter(entry -> entry.role() == role && entry.revokedBy() == null)
                .count();
    }

    long revoked() {
        return entries.values().stream()
                .filter(entry -> entry.revokedBy() != null)
                .count();
    }
}
