package io.sealstream.core.verify;

import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertificateVerifier;
import java.util.Optional;

/** A control event is one that the ledger's earlier ones allow. Its certificate is judged elsewhere. */
final class ControlCheck {
    private final CertificateVerifier verifier;
    private final Notes notes;

    ControlCheck(CertificateVerifier verifier, Notes notes) {
        this.verifier = verifier;
        this.notes = notes;
    }

    void check(ReadEvent event, ControlPayload payload, VerifiedKeys keys, RecordFaults faults) {
        switch (payload) {
            case ControlPayload.Valid valid -> check(event, valid.control(), keys, faults);
            case ControlPayload.Invalid invalid -> checkUnreadable(event, invalid, faults);
            case ControlPayload.UnknownType unknown -> {} // See FieldCheck.
        }
    }

    private void check(ReadEvent event, ControlEvent control, VerifiedKeys keys, RecordFaults faults) {
        switch (control) {
            case PolicyNoted note -> checkNote(event, note, faults);
            case KeyAdded added -> checkAdded(added, keys, faults);
            case KeyRevoked revoked -> checkRevoked(revoked, keys, faults);
            case TopicReplaced replaced -> {} // It may name any topics; whether they are those read, the end tells.
            case Genesis genesis -> {} // See GenesisCheck.
        }
    }

    private static void checkUnreadable(ReadEvent event, ControlPayload.Invalid payload, RecordFaults faults) {
        if (!event.isOf(Genesis.TYPE)) {
            invalid(faults, payload.reason());
        }
    }

    private static void checkNote(ReadEvent event, PolicyNoted note, RecordFaults faults) {
        if (event.sealed().certificate() != null) {
            invalid(faults, "a policy note has no certificate");
        }
        long before = event.sequence().value() - 1;
        if (note.sequence().value() != before) {
            faults.add(
                    FaultKind.CONTROL_INVALID,
                    before,
                    note.sequence(),
                    "a policy note is about the record directly before it");
        }
        var eventId = PolicyNoted.eventId(note.sequence());
        if (!event.event().eventId().equals(eventId)) {
            faults.add(
                    FaultKind.CONTROL_INVALID,
                    eventId,
                    event.event().eventId(),
                    "the event_id of a policy note names the record that it is about");
        }
    }

    private void checkAdded(KeyAdded added, VerifiedKeys keys, RecordFaults faults) {
        if (keys.find(added.keyId()).isPresent()) {
            faults.add(FaultKind.KEY_REUSED, "the ledger has had a key with the id " + added.keyId());
        }
        if (keys.hasHad(added.publicKey())) {
            faults.add(FaultKind.KEY_REUSED, "the ledger has had the public key of " + added.keyId());
        }
        String algorithm = added.publicKey().algorithm().jsonName();
        switch (verifier.allows(added.publicKey())) {
            case VALID -> {}
            case INVALID -> invalid(faults, algorithm + " does not allow the public key of " + added.keyId());
            case UNSUPPORTED -> notes.unsupported(algorithm);
        }
    }

    private static void checkRevoked(KeyRevoked revoked, VerifiedKeys keys, RecordFaults faults) {
        Optional<RegisteredKey> key = keys.find(revoked.keyId());
        if (key.isEmpty()) {
            invalid(faults, "the ledger has no key " + revoked.keyId() + " to revoke");
        } else if (key.get().revokedBy() != null) {
            invalid(faults, "the key " + revoked.keyId() + " was revoked before");
        } else if (keys.isLastRoot(key.get())) {
            invalid(faults, "the key " + revoked.keyId() + " is the last root key");
        }
    }

    private static void invalid(RecordFaults faults, String detail) {
        faults.add(FaultKind.CONTROL_INVALID, detail);
    }
}
