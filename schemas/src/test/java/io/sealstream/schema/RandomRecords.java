package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records with anything in them that a field can hold, most of it against the rules. */
final class RandomRecords {
    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    CertifiedEvent certified() {
        Payload payload = random.nextBoolean()
                ? Payload.inline(bytes(200), bytes(32))
                : new Payload(text(40), random.nextLong(), hash(), bytes(32), null);
        return certified(payload);
    }

    SealedEvent sealed() {
        return new SealedEvent(
                new Sequence(random.nextLong(Long.MAX_VALUE)),
                hash(),
                hash(),
                random.nextLong(),
                new IntakePosition(random.nextInt(), random.nextLong()),
                certified(new Payload(text(40), random.nextLong(), hash(), bytes(300), maybe(() -> bytes(200)))));
    }

    RejectedEvent rejected() {
        return new RejectedEvent(
                anyOf(RejectReason.values()),
                text(80),
                text(20),
                new IntakePosition(random.nextInt(), random.nextLong()),
                random.nextLong(),
                maybe(() -> new EventId(text(40))),
                maybe(() -> new Sequence(random.nextLong(Long.MAX_VALUE))),
                maybe(() -> bytes(40)),
                maybe(() -> bytes(200)),
                random.nextInt(),
                remarks(),
                remarks());
    }

    private List<RuleRemark> remarks() {
        return Stream.generate(() -> new RuleRemark(text(20), text(20), text(40)))
                .limit(random.nextInt(4))
                .toList();
    }

    private CertifiedEvent certified(Payload payload) {
        Map<String, String> metadata = new HashMap<>();
        for (int entries = random.nextInt(5); entries > 0; entries--) {
            metadata.put(text(20), text(40));
        }
        Event event = new Event(
                new EventId(text(40)),
                new EventType(text(40)),
                random.nextLong(),
                random.nextLong(),
                payload,
                Metadata.of(metadata));
        return new CertifiedEvent(event, maybe(this::certificate));
    }

    private Certificate certificate() {
        return new Certificate(anyOf(SignatureAlgorithm.values()), new KeyId(text(20)), bytes(100), maybe(this::batch));
    }

    private BatchProof batch() {
        return new BatchProof(
                random.nextLong(),
                random.nextLong(),
                Stream.generate(this::hash).limit(random.nextInt(70)).toList());
    }

    private Hash hash() {
        byte[] value = new byte[Hash.LENGTH];
        random.nextBytes(value);
        return Hash.wrap(value);
    }

    private Bytes bytes(int limit) {
        byte[] value = new byte[random.nextInt(limit)];
        random.nextBytes(value);
        return Bytes.wrap(value);
    }

    /** Of every length of UTF-8, control characters and the replacement character among them. */
    private String text(int limit) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(limit); left > 0; left--) {
            int codePoint = switch (random.nextInt(5)) {
                case 0 -> random.nextInt(0x80);
                case 1 -> 0x80 + random.nextInt(0x780);
                case 2 -> 0xE000 + random.nextInt(0x2000);
                case 3 -> 0x10000 + random.nextInt(0x100000);
                default -> 'a' + random.nextInt(26);
            };
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    private <T> T anyOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
