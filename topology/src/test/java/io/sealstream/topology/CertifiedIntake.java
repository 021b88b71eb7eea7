package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.Ed25519SigningKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What producers wrote to a ledger that requires certificates, some of it wrong: keys come and go in between. */
final class CertifiedIntake {
    private static final EventType TYPE = new EventType("payment.made");

    private final TestLedger ledger = new TestLedger(Certification.REQUIRED);
    private final Certifier root = new Certifier(ledger.genesis.eventHash(), TestLedger.ROOT);
    private final SplittableRandom random;
    private Ed25519SigningKey key;
    private int names;

    CertifiedIntake(long seed) {
        random = new SplittableRandom(seed);
        key = newKey();
    }

    List<Record<byte[], byte[]>> records(int count) {
        List<Record<byte[], byte[]>> records = new ArrayList<>(List.of(keyAdded()));
        while (records.size() < count) {
            switch (random.nextInt(40)) {
                case 0 -> records.add(keyRevoked());
                case 1, 2, 3 -> {
                    key = newKey();
                    if (random.nextInt(4) > 0) {
                        records.add(keyAdded());
                    }
                }
                case 4, 5 -> records.add(new Record<>(new byte[] {1}, new byte[] {2}, ledger.nowMs()));
                case 6, 7, 8 -> records.add(forged());
                case 9, 10, 11, 12 -> records.addAll(inBatchesOf(1 + random.nextInt(9), 1));
                case 13, 14 -> records.addAll(inABatchWithWrongPaths());
                default -> records.add(signed());
            }
        }
        return records.subList(0, count);
    }

    /** From now on, with a key that nobody has registered yet. */
    CertifiedIntake signWithAnother() {
        key = newKey();
        return this;
    }

    /** Of the key that signs. */
    Record<byte[], byte[]> keyAdded() {
        return control(new KeyAdded(key.keyId(), key.publicKey(), KeyRole.PRODUCER, List.of()));
    }

    List<Record<byte[], byte[]>> inBatchesOf(int size, int batches) {
        List<Record<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            List<Event> events = IntStream.range(0, size).mapToObj(n -> event()).toList();
            certifier().certifyBatch(events).forEach(event -> records.add(ledger.record(event)));
        }
        return records;
    }

    /** Eight under one signature. The first and the last have their own paths, and of the others each is wrong in its way. */
    List<Record<byte[], byte[]>> inABatchWithWrongPaths() {
        List<CertifiedEvent> batch =
                certifier().certifyBatch(Stream.generate(this::event).limit(8).toList());
        BatchProof first = proof(batch.getFirst());
        return List.of(
                ledger.record(batch.get(0)),
                withProof(batch.get(1), new BatchProof(2, 8, proof(batch.get(1)).path())),
                withProof(batch.get(2), new BatchProof(2, 9, proof(batch.get(2)).path())),
                withProof(batch.get(3), new BatchProof(3, 8, first.path())),
                withProof(batch.get(4), first),
                withProof(batch.get(5), new BatchProof(5, 8, List.of())),
                withProof(batch.get(6), null),
                ledger.record(batch.get(7)));
    }

    Record<byte[], byte[]> signed() {
        return ledger.record(certifier().certify(event()));
    }

    Record<byte[], byte[]> keyRevoked() {
        return control(new KeyRevoked(key.keyId(), "lost"));
    }

    /** Somebody else's signature under the key's name. */
    Record<byte[], byte[]> forged() {
        CertifiedEvent honest = certifier().certify(event());
        Certificate certificate = Objects.requireNonNull(honest.certificate());
        Bytes other = newKey().sign(new byte[] {1});
        return ledger.record(new CertifiedEvent(
                honest.event(), new Certificate(certificate.algorithm(), certificate.keyId(), other, null)));
    }

    private Record<byte[], byte[]> control(ControlEvent control) {
        return ledger.record(root.certify(event(control.eventType(), control.toPayload())));
    }

    private Record<byte[], byte[]> withProof(CertifiedEvent honest, @Nullable BatchProof other) {
        Certificate certificate = Objects.requireNonNull(honest.certificate());
        return ledger.record(new CertifiedEvent(
                honest.event(),
                new Certificate(certificate.algorithm(), certificate.keyId(), certificate.signature(), other)));
    }

    private static BatchProof proof(CertifiedEvent event) {
        return Objects.requireNonNull(
                Objects.requireNonNull(event.certificate()).batch());
    }

    private Certifier certifier() {
        return new Certifier(ledger.genesis.eventHash(), key);
    }

    private Event event() {
        return event(TYPE, Bytes.utf8("paid"));
    }

    private Event event(EventType type, Bytes payload) {
        return new Event(
                new EventId("event-" + names++),
                type,
                TestLedger.CREATED_AT_MS,
                0,
                Payload.inline(payload),
                Metadata.EMPTY);
    }

    private Ed25519SigningKey newKey() {
        ByteBuffer seed = ByteBuffer.allocate(32);
        seed.putLong(random.nextLong());
        return Ed25519SigningKey.ofSeed(Bytes.wrap(seed.array()));
    }
}
