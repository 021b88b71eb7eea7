package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Changes one thing about an event or its certificate, drawn from a seed. */
final class EventEditor {
    private final SplittableRandom random;

    EventEditor(SplittableRandom random) {
        this.random = random;
    }

    CertifiedEvent edit(CertifiedEvent certified) {
        return random.nextInt(3) == 0
                ? new CertifiedEvent(certified.event(), certificate(certified.certificate()))
                : event(certified);
    }

    CertifiedEvent event(CertifiedEvent certified) {
        Event e = certified.event();
        Event other = switch (random.nextInt(8)) {
            case 0 -> of(e.eventId() + "x", e.eventType().value(), e.occurredAtMs(), e.sealBeforeMs(), e);
            case 1 -> of(e.eventId().value(), e.eventType() + "x", e.occurredAtMs(), e.sealBeforeMs(), e);
            case 2 -> of(e.eventId().value(), e.eventType().value(), e.occurredAtMs() + 1, e.sealBeforeMs(), e);
            case 3 -> of(e.eventId().value(), e.eventType().value(), e.occurredAtMs(), e.sealBeforeMs() ^ 1L << 50, e);
            case 4 -> of(e, e.payload(), more(e.metadata()));
            default -> of(e, payload(e.payload()), e.metadata());
        };
        return new CertifiedEvent(other, certified.certificate());
    }

    Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private Payload payload(Payload p) {
        Hash otherHash = Hash.wrap(bytes(Hash.LENGTH).toByteArray());
        Bytes inline = p.inline();
        return switch (random.nextInt(inline == null ? 4 : 6)) {
            case 0 -> new Payload(p.ref() + "x", p.length(), p.commitment(), p.salt(), inline);
            case 1 -> new Payload(p.ref(), p.length() + 1, p.commitment(), p.salt(), inline);
            case 2 -> new Payload(p.ref(), p.length(), otherHash, p.salt(), inline);
            case 3 -> new Payload(p.ref(), p.length(), p.commitment(), longer(p.salt()), inline);
            case 4 -> new Payload(p.ref(), p.length(), p.commitment(), p.salt(), longer(inline));
            default -> new Payload(p.ref(), p.length(), p.commitment(), p.salt(), null);
        };
    }

    private @Nullable Certificate certificate(@Nullable Certificate c) {
        BatchProof elsewhere = new BatchProof(1, 7, List.of(Hash.ZERO));
        if (c == null) {
            return new Certificate(SignatureAlgorithm.ED25519, new KeyId("key"), bytes(64), null);
        }
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> new Certificate(SignatureAlgorithm.ML_DSA_65, c.keyId(), c.signature(), c.batch());
            case 2 -> new Certificate(c.algorithm(), new KeyId(c.keyId() + "x"), c.signature(), c.batch());
            case 3 -> new Certificate(c.algorithm(), c.keyId(), longer(c.signature()), c.batch());
            default -> new Certificate(c.algorithm(), c.keyId(), c.signature(), elsewhere);
        };
    }

    private static Event of(String id, String type, long occurredAtMs, long sealBeforeMs, Event rest) {
        return new Event(
                new EventId(id), new EventType(type), occurredAtMs, sealBeforeMs, rest.payload(), rest.metadata());
    }

    private static Event of(Event rest, Payload payload, Metadata metadata) {
        return new Event(rest.eventId(), rest.eventType(), rest.occurredAtMs(), rest.sealBeforeMs(), payload, metadata);
    }

    private static Metadata more(Metadata metadata) {
        Map<String, String> entries = new HashMap<>(metadata.asMap());
        entries.merge("k", "more", String::concat);
        return Metadata.of(entries);
    }

    private static Bytes longer(@Nullable Bytes bytes) {
        return Bytes.ofHex((bytes == null ? "" : bytes.hex()) + "00");
    }
}
