package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.EcdsaP256SigningKey;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.MlDsa65SigningKey;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A valid ledger in which each field of the format is used, each control event and each algorithm. */
final class MixedLedger {
    private static final long START_MS = 1_760_000_001_000L;
    private static final SigningKey ROOT = key("root-1", 1);
    private static final SigningKey PRODUCER = key("producer-1", 2);
    private static final SigningKey LOST = EcdsaP256SigningKey.ofSecret(secret(3));
    private static final SigningKey LARGE = MlDsa65SigningKey.ofSeed(secret(5));

    private final HashAlgorithm hash;
    private final List<SealedEvent> records = new ArrayList<>();
    private long intakeOffset;

    private MixedLedger(HashAlgorithm hash) {
        this.hash = hash;
    }

    static List<SealedEvent> sealedWith(HashAlgorithm hash) {
        MixedLedger ledger = new MixedLedger(hash);
        ledger.byTheLedger(Genesis.EVENT_ID, ledger.genesis());
        ledger.control(
                new KeyAdded(PRODUCER.keyId(), PRODUCER.publicKey(), KeyRole.PRODUCER, List.of("payment.", "x")));
        ledger.control(new KeyAdded(LOST.keyId(), LOST.publicKey(), KeyRole.PRODUCER, List.of()));
        ledger.certified(PRODUCER, inline("salted", Bytes.ofHex("0102"), START_MS + 60_000));
        Sequence noted = ledger.records.getLast().sequence();
        ledger.byTheLedger(PolicyNoted.eventId(noted), note(noted));
        ledger.certified(LOST, inline("plain", Bytes.EMPTY, 0));
        ledger.control(new KeyAdded(LARGE.keyId(), LARGE.publicKey(), KeyRole.PRODUCER, List.of()));
        ledger.certified(LARGE, inline("for-later", Bytes.EMPTY, 0));
        ledger.certified(PRODUCER, event("kept-elsewhere", Payload.at("s3://bucket/object", 275, hash("cc")), 0));
        ledger.batch(
                List.of(inline("b-1", Bytes.EMPTY, 0), inline("b-2", Bytes.EMPTY, 0), inline("b-3", Bytes.EMPTY, 0)));
        ledger.control(new KeyRevoked(LOST.keyId(), "lost"));
        ledger.intakeOffset = 0;
        ledger.control(new TopicReplaced(new LedgerTopics("cluster-2", "intake-2", "sealed-2"), "restored"));
        ledger.certified(PRODUCER, inline("last", Bytes.EMPTY, 0));
        return List.copyOf(ledger.records);
    }

    /** The records again, from {@code index} on with the hashes that their other fields and {@code changed} give. */
    static List<SealedEvent> rechained(List<SealedEvent> records, int index, SealedEvent changed, HashAlgorithm hash) {
        List<SealedEvent> rechained = new ArrayList<>(records.subList(0, index));
        Hash previous = changed.previousHash();
        for (int i = index; i < records.size(); i++) {
            SealedEvent record = i == index ? changed : records.get(i);
            SealedEvent sealed =
                    seal(hash, record.sequence(), previous, record.sealedAtMs(), record.intake(), record.certified());
            rechained.add(sealed);
            previous = sealed.eventHash();
        }
        return rechained;
    }

    private Genesis genesis() {
        return new Genesis(
                "payments",
                "example.com/payments",
                hash,
                Certification.REQUIRED,
                START_MS,
                new LedgerTopics("cluster-1", "intake-1", "sealed-1"),
                List.of(new NamedPublicKey(ROOT.keyId(), ROOT.publicKey())),
                key("checkpoint", 4).publicKey());
    }

    private void byTheLedger(EventId id, ControlEvent control) {
        seal(IntakePosition.NONE, new CertifiedEvent(event(id.value(), control), null));
    }

    private void control(ControlEvent control) {
        certified(ROOT, event("control-" + records.size(), control));
    }

    private void certified(SigningKey key, Event event) {
        seal(IntakePosition.at(intakeOffset++), certifier(key).certify(event));
    }

    private void batch(List<Event> events) {
        certifier(PRODUCER).certifyBatch(events).forEach(event -> seal(IntakePosition.at(intakeOffset++), event));
    }

    private Certifier certifier(SigningKey key) {
        return new Certifier(records.getFirst().eventHash(), key);
    }

    private void seal(IntakePosition intake, CertifiedEvent certified) {
        Hash previous = records.isEmpty() ? Hash.ZERO : records.getLast().eventHash();
        records.add(seal(hash, new Sequence(records.size()), previous, START_MS + records.size(), intake, certified));
    }

    private static SealedEvent seal(
            HashAlgorithm hash,
            Sequence sequence,
            Hash previous,
            long sealedAtMs,
            IntakePosition intake,
            CertifiedEvent certified) {
        SealHeader header = new SealHeader(
                hash,
                sequence,
                previous,
                sealedAtMs,
                intake,
                certified.event().digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, ChainHash.of(hash), certified);
    }

    private static PolicyNoted note(Sequence sequence) {
        return new PolicyNoted(
                sequence, PolicyNoted.Outcome.WARN, List.of(new PolicyNoted.Note("payload.size", "large")));
    }

    private static Event event(String id, ControlEvent control) {
        return new Event(
                new EventId(id), control.eventType(), START_MS, 0, Payload.inline(control.toPayload()), Metadata.EMPTY);
    }

    private static Event inline(String id, Bytes salt, long sealBeforeMs) {
        return event(id, Payload.inline(Bytes.utf8("payload of " + id), salt), sealBeforeMs);
    }

    private static Event event(String id, Payload payload, long sealBeforeMs) {
        Metadata metadata = Metadata.of(Map.of("source", "till 4", "ä", "😀"));
        return new Event(new EventId(id), new EventType("payment.booked"), START_MS, sealBeforeMs, payload, metadata);
    }

    private static Hash hash(String hexOfEachByte) {
        return Hash.ofHex(hexOfEachByte.repeat(Hash.LENGTH));
    }

    private static PrivateKey key(String id, int seed) {
        return Ed25519SigningKey.ofSeed(secret(seed)).withKeyId(new KeyId(id));
    }

    private static Bytes secret(int seed) {
        return Bytes.ofHex("0%d".formatted(seed).repeat(32));
    }
}
