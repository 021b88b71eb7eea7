package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
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
import org.apache.kafka.streams.processor.api.Record;

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
                default -> records.add(ledger.record(certifier().certify(event())));
            }
        }
        return records.subList(0, count);
    }

    /** Of the key that signs from now on. */
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

    private Record<byte[], byte[]> keyRevoked() {
        return control(new KeyRevoked(key.keyId(), "lost"));
    }

    /** Somebody else's signature under the key's name. */
    private Record<byte[], byte[]> forged() {
        CertifiedEvent honest = certifier().certify(event());
        Certificate certificate = Objects.requireNonNull(honest.certificate());
        Bytes other = newKey().sign(new byte[] {1});
        return ledger.record(new CertifiedEvent(
                honest.event(), new Certificate(certificate.algorithm(), certificate.keyId(), other, null)));
    }

    private Record<byte[], byte[]> control(ControlEvent control) {
        return ledger.record(root.certify(event(control.eventType(), control.toPayload())));
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
