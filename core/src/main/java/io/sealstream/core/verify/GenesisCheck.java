package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import java.util.Optional;

/** Sequence 0 is a genesis that the format allows, and there is no other. */
final class GenesisCheck {
    private final CertificateVerifier verifier;
    private final Notes notes;

    GenesisCheck(CertificateVerifier verifier, Notes notes) {
        this.verifier = verifier;
        this.notes = notes;
    }

    /** @return what the genesis says, where it can be read; whether anything is wrong with it, {@code faults} has */
    Optional<Genesis> checkFirst(ReadEvent event, RecordFaults faults) {
        if (!event.isOf(Genesis.TYPE)) {
            invalid(faults, "sequence 0 has the event_type \"" + event.event().eventType() + "\" and is no genesis");
            return Optional.empty();
        }
        checkEnvelope(event, faults);
        return switch (event.control()) {
            case ControlPayload.Valid(Genesis genesis) -> {
                checkKeys(genesis, faults);
                yield Optional.of(genesis);
            }
            case ControlPayload.Invalid invalid -> {
                invalid(faults, invalid.reason());
                yield Optional.empty();
            }
            case null, default -> throw new IllegalStateException("a genesis was read as something else");
        };
    }

    /** For every record but a first one at sequence 0. */
    static void checkLater(ReadEvent event, RecordFaults faults) {
        if (event.isOf(Genesis.TYPE)) {
            invalid(faults, "a ledger has one genesis, its first record");
        } else if (event.sequence().isGenesis()) {
            invalid(faults, "sequence 0 is no genesis");
        }
    }

    private static void checkEnvelope(ReadEvent event, RecordFaults faults) {
        if (!event.event().eventId().equals(Genesis.EVENT_ID)) {
            invalid(faults, "the event_id of a genesis is " + Genesis.EVENT_ID);
        }
        Hash previous = event.sealed().previousHash();
        if (!previous.equals(Hash.ZERO)) {
            faults.add(
                    FaultKind.GENESIS_INVALID, Hash.ZERO, previous, "the previous_hash of a genesis is 32 zero bytes");
        }
        if (event.sealed().certificate() != null) {
            invalid(faults, "a genesis has no certificate");
        }
    }

    private void checkKeys(Genesis genesis, RecordFaults faults) {
        for (NamedPublicKey root : genesis.rootKeys()) {
            checkKey("root key " + root.keyId(), root.publicKey(), faults);
        }
        PublicKey checkpointKey = genesis.checkpointKey();
        if (checkpointKey != null) {
            checkKey("checkpoint_key", checkpointKey, faults);
        }
    }

    private void checkKey(String name, PublicKey key, RecordFaults faults) {
        switch (verifier.allows(key)) {
            case VALID -> {}
            case INVALID -> invalid(faults, name + ": " + key.algorithm().jsonName() + " does not allow this key");
            case UNSUPPORTED -> notes.unsupported(key.algorithm().jsonName());
        }
    }

    private static void invalid(RecordFaults faults, String detail) {
        faults.add(FaultKind.GENESIS_INVALID, detail);
    }
}
