package io.sealstream.soak.mutant;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Events that look like real ones. Their signatures are random: the checker leaves those to the verifier. */
final class Events {
    private static final long OCCURRED_AT = 1_700_000_000_000L;

    private Events() {}

    static CertifiedEvent event(String id, RandomGenerator random) {
        Payload payload = Payload.inline(Bytes.wrap(bytes(random, random.nextInt(40))), Bytes.wrap(bytes(random, 16)));
        Metadata metadata = Metadata.of(Map.of("a", "1", "ä", "ü", "b" + random.nextInt(9), ""));
        EventType type = new EventType("soak.happened");
        return signed(new Event(new EventId(id), type, OCCURRED_AT, 0, payload, metadata), random);
    }

    static CertifiedEvent signed(Event event, RandomGenerator random) {
        Bytes signature = Bytes.wrap(bytes(random, 64));
        return new CertifiedEvent(
                event, new Certificate(SignatureAlgorithm.ED25519, new KeyId("till-1"), signature, null));
    }

    private static byte[] bytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
