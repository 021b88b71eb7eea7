package io.sealstream.demo;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SigningKey;
import io.sealstream.core.verify.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The ways to tamper that the demo tries, all at the same record: one near the middle that has an inline payload. */
final class Tamperings {
    private final int target;
    private final Certifier thief;

    /**
     * @param ledger the whole one
     * @param stolen a producer's key: whoever has it can rewrite a tail so that every rule holds
     * @throws IllegalArgumentException where no record is fit to be tampered with
     */
    Tamperings(List<SealedEvent> ledger, SigningKey stolen) {
        this.target = target(ledger);
        this.thief = new Certifier(ledger.getFirst().eventHash(), stolen);
    }

    private static int target(List<SealedEvent> ledger) {
        for (int i = ledger.size() / 2; i < ledger.size() - 1; i++) {
            SealedEvent event = ledger.get(i);
            Bytes payload = event.event().payload().inline();
            if (!event.event().eventType().isControl() && payload != null && !payload.isEmpty()) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "of " + ledger.size() + " records none in the second half has an inline payload; submit more events");
    }

    Sequence target() {
        return new Sequence(target);
    }

    List<Tampering> all() {
        Sequence at = target();
        return List.of(
                new Tampering(
                        "payload-byte",
                        "a payload byte of " + at + " changed",
                        this::payloadByte,
                        FaultKind.PAYLOAD_MISMATCH,
                        at,
                        false),
                new Tampering("deleted", "record " + at + " deleted", this::deleted, FaultKind.SEQUENCE_GAP, at, false),
                new Tampering(
                        "swapped",
                        "records " + at + " and " + at.next() + " swapped",
                        this::swapped,
                        FaultKind.SEQUENCE_GAP,
                        at,
                        false),
                new Tampering(
                        "rewritten-tail",
                        "everything from " + at + " on rewritten, with a stolen key",
                        this::rewrittenTail,
                        FaultKind.CHECKPOINT_MISMATCH,
                        null,
                        true),
                new Tampering(
                        "cut-tail",
                        "everything from " + at + " on cut off",
                        this::cutTail,
                        FaultKind.CHECKPOINT_TRUNCATED,
                        at,
                        true),
                new Tampering(
                        "forged-signature",
                        "the signature of " + at + " forged, all hashes made right",
                        this::forgedSignature,
                        FaultKind.SIGNATURE_INVALID,
                        at,
                        false));
    }

    /** The record with another payload, as whoever overwrites its key in the topic would write it. */
    SealedEvent overwritten(List<SealedEvent> ledger) {
        return payloadByte(ledger).get(target);
    }

    private List<SealedEvent> payloadByte(List<SealedEvent> ledger) {
        List<SealedEvent> changed = new ArrayList<>(ledger);
        SealedEvent event = changed.get(target);
        Payload before = event.event().payload();
        Payload after =
                new Payload(before.ref(), before.length(), before.commitment(), before.salt(), flipped(inline(event)));
        changed.set(target, with(event, new CertifiedEvent(withPayload(event.event(), after), event.certificate())));
        return changed;
    }

    private List<SealedEvent> deleted(List<SealedEvent> ledger) {
        List<SealedEvent> changed = new ArrayList<>(ledger);
        changed.remove(target);
        return changed;
    }

    private List<SealedEvent> swapped(List<SealedEvent> ledger) {
        List<SealedEvent> changed = new ArrayList<>(ledger);
        changed.set(target, ledger.get(target + 1));
        changed.set(target + 1, ledger.get(target));
        return changed;
    }

    private List<SealedEvent> cutTail(List<SealedEvent> ledger) {
        return ledger.subList(0, target);
    }

    private List<SealedEvent> rewrittenTail(List<SealedEvent> ledger) {
        Event event = ledger.get(target).event();
        Payload payload = Payload.inline(
                flipped(inline(ledger.get(target))), event.payload().salt());
        return resealedFrom(ledger, thief.certify(withPayload(event, payload)));
    }

    private List<SealedEvent> forgedSignature(List<SealedEvent> ledger) {
        CertifiedEvent certified = ledger.get(target).certified();
        Certificate before = Objects.requireNonNull(certified.certificate(), "the demo certifies every event");
        Certificate forged =
                new Certificate(before.algorithm(), before.keyId(), flipped(before.signature()), before.batch());
        return resealedFrom(ledger, new CertifiedEvent(certified.event(), forged));
    }

    /** The ledger with {@code replacement} at the target, and every hash from there on computed anew. */
    private List<SealedEvent> resealedFrom(List<SealedEvent> ledger, CertifiedEvent replacement) {
        ChainHash hash = ChainHash.of(HashAlgorithm.SHA_256);
        List<SealedEvent> changed = new ArrayList<>(ledger.subList(0, target));
        for (SealedEvent event : ledger.subList(target, ledger.size())) {
            CertifiedEvent certified = event.sequence().value() == target ? replacement : event.certified();
            Hash previous = changed.getLast().eventHash();
            SealHeader header = new SealHeader(
                    HashAlgorithm.SHA_256,
                    event.sequence(),
                    previous,
                    event.sealedAtMs(),
                    event.intake(),
                    certified.event().digest(),
                    certified.certificateDigest());
            changed.add(SealedEvent.seal(header, hash, certified));
        }
        return changed;
    }

    private static Bytes inline(SealedEvent event) {
        return Objects.requireNonNull(event.event().payload().inline(), "the target has an inline payload");
    }

    private static Bytes flipped(Bytes bytes) {
        byte[] changed = bytes.toByteArray();
        changed[changed.length / 2] ^= 1;
        return Bytes.wrap(changed);
    }

    private static Event withPayload(Event event, Payload payload) {
        return new Event(
                event.eventId(),
                event.eventType(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                payload,
                event.metadata());
    }

    private static SealedEvent with(SealedEvent event, CertifiedEvent certified) {
        return new SealedEvent(
                event.sequence(),
                event.previousHash(),
                event.eventHash(),
                event.sealedAtMs(),
                event.intake(),
                certified);
    }
}
