package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One small change to each stored field of a record, and none where the record lacks it. */
record FieldMutation(String name, UnaryOperator<SealedEvent> change) {
    static final List<FieldMutation> ALL = List.of(
            new FieldMutation(
                    "sequence", e -> Sealed.withSequence(e, e.sequence().value() + 1)),
            new FieldMutation("previous hash", e -> Sealed.withPreviousHash(e, Sealed.flip(e.previousHash()))),
            new FieldMutation("event hash", e -> Sealed.withEventHash(e, Sealed.flip(e.eventHash()))),
            new FieldMutation("sealed at", e -> Sealed.withSealedAt(e, e.sealedAtMs() + 1)),
            new FieldMutation(
                    "intake partition",
                    e -> Sealed.withIntake(
                            e, e.intake().partition() + 1, e.intake().offset())),
            new FieldMutation(
                    "intake offset",
                    e -> Sealed.withIntake(e, e.intake().partition(), e.intake().offset() + 1)),
            new FieldMutation("event id", event(e -> Events.withId(e, e.eventId() + "x"))),
            new FieldMutation("event type", event(e -> Events.withType(e, e.eventType() + "x"))),
            new FieldMutation("occurred at", event(e -> Events.withOccurredAt(e, e.occurredAtMs() + 1))),
            new FieldMutation(
                    "seal before", event(e -> Events.withSealBefore(e, e.sealBeforeMs() + Long.MAX_VALUE / 2))),
            new FieldMutation(
                    "payload ref",
                    payload(p -> new Payload(p.ref() + "x", p.length(), p.commitment(), p.salt(), p.inline()))),
            new FieldMutation(
                    "payload length",
                    payload(p -> new Payload(p.ref(), p.length() + 1, p.commitment(), p.salt(), p.inline()))),
            new FieldMutation(
                    "payload commitment",
                    payload(p -> new Payload(p.ref(), p.length(), Sealed.flip(p.commitment()), p.salt(), p.inline()))),
            new FieldMutation(
                    "payload salt",
                    payload(p -> new Payload(
                            p.ref(),
                            p.length(),
                            p.commitment(),
                            Bytes.utf8(p.salt().hex() + "x"),
                            p.inline()))),
            new FieldMutation(
                    "payload",
                    payload(p -> new Payload(p.ref(), p.length(), p.commitment(), p.salt(), flipInline(p.inline())))),
            new FieldMutation(
                    "payload dropped", payload(p -> new Payload(p.ref(), p.length(), p.commitment(), p.salt(), null))),
            new FieldMutation(
                    "payload dropped for a reference",
                    payload(p -> new Payload("s3://elsewhere", p.length(), p.commitment(), Bytes.EMPTY, null))),
            new FieldMutation(
                    "metadata added", event(e -> Events.withMetadata(e, metadata(e.metadata(), "added", "")))),
            new FieldMutation(
                    "metadata changed",
                    event(e -> e.metadata().size() == 0
                            ? e
                            : Events.withMetadata(e, metadata(e.metadata(), "source", "x")))),
            new FieldMutation("certificate dropped", e -> Sealed.withCertificate(e, null)),
            new FieldMutation(
                    "certificate algorithm",
                    certificate(c -> new Certificate(
                            SignatureAlgorithm.ECDSA_P256_SHA256, c.keyId(), c.signature(), c.batch()))),
            new FieldMutation(
                    "certificate key id",
                    certificate(
                            c -> new Certificate(c.algorithm(), new KeyId(c.keyId() + "x"), c.signature(), c.batch()))),
            new FieldMutation(
                    "certificate signature",
                    certificate(c -> new Certificate(c.algorithm(), c.keyId(), flip(c.signature()), c.batch()))),
            new FieldMutation(
                    "certificate batch dropped",
                    certificate(c -> new Certificate(c.algorithm(), c.keyId(), c.signature(), null))),
            new FieldMutation(
                    "batch leaf index", batch(b -> new BatchProof(b.leafIndex() ^ 1, b.treeSize(), b.path()))),
            new FieldMutation("batch tree size", batch(b -> new BatchProof(b.leafIndex(), b.treeSize() + 1, b.path()))),
            new FieldMutation(
                    "batch path", batch(b -> new BatchProof(b.leafIndex(), b.treeSize(), flipFirst(b.path())))),
            new FieldMutation(
                    "batch path longer", batch(b -> new BatchProof(b.leafIndex(), b.treeSize(), longer(b.path())))));

    SealedEvent apply(SealedEvent event) {
        return change.apply(event);
    }

    @Override
    public String toString() {
        return name;
    }

    private static UnaryOperator<SealedEvent> event(UnaryOperator<Event> change) {
        return e -> Sealed.withEvent(e, change.apply(e.event()));
    }

    private static UnaryOperator<SealedEvent> payload(UnaryOperator<Payload> change) {
        return event(e -> Events.withPayload(e, change.apply(e.payload())));
    }

    private static UnaryOperator<SealedEvent> certificate(UnaryOperator<Certificate> change) {
        return e -> {
            Certificate certificate = e.certificate();
            return certificate == null ? e : Sealed.withCertificate(e, change.apply(certificate));
        };
    }

    private static UnaryOperator<SealedEvent> batch(UnaryOperator<BatchProof> change) {
        return certificate(c -> {
            BatchProof batch = c.batch();
            return batch == null ? c : new Certificate(c.algorithm(), c.keyId(), c.signature(), change.apply(batch));
        });
    }

    private static Metadata metadata(Metadata metadata, String key, String value) {
        Map<String, String> entries = new TreeMap<>(metadata.asMap());
        entries.put(key, value);
        return Metadata.of(entries);
    }

    private static @Nullable Bytes flipInline(@Nullable Bytes bytes) {
        return bytes == null ? null : flip(bytes);
    }

    private static Bytes flip(Bytes bytes) {
        if (bytes.isEmpty()) {
            return Bytes.utf8("x");
        }
        byte[] flipped = bytes.toByteArray();
        flipped[flipped.length - 1] ^= 1;
        return Bytes.wrap(flipped);
    }

    private static List<Hash> flipFirst(List<Hash> path) {
        List<Hash> flipped = new ArrayList<>(path);
        flipped.set(0, Sealed.flip(path.getFirst()));
        return flipped;
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZERO);
        return longer;
    }
}
