package io.sealstream.soak;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.soak.check.Purpose;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** What one submitter sends, by its seed: mostly good events, and some of everything that may go wrong. */
final class Drafts {
    private static final int REMEMBERED = 500;
    private static final String RESERVED = "sealstream.unheard-of";

    private final String submitter;
    private final Certifier certifier;
    private final Random random;
    private final Deque<Draft> recent = new ArrayDeque<>();
    private int made;

    Drafts(String submitter, Certifier certifier, Random random) {
        this.submitter = submitter;
        this.certifier = certifier;
        this.random = random;
    }

    Draft next() {
        return switch (random.nextInt(40)) {
            case 0, 1 -> recent.isEmpty() ? plain() : earlier();
            case 2 -> recent.isEmpty() ? plain() : conflicting();
            case 3 -> bounded(random.nextInt(3_000));
            case 4 -> bounded(-1_000);
            case 5 -> new Draft(certifier.certify(event(nextId(), RESERVED)), Purpose.INVALID, null);
            case 6 -> forged();
            default -> plain();
        };
    }

    Draft plain() {
        Draft draft = new Draft(certifier.certify(event(nextId(), "soak.happened")), Purpose.PLAIN, null);
        recent.addLast(draft);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return draft;
    }

    private Draft earlier() {
        List<Draft> those = new ArrayList<>(recent);
        return those.get(random.nextInt(those.size()));
    }

    private Draft conflicting() {
        return new Draft(certifier.certify(event(earlier().eventId(), "soak.happened")), Purpose.PLAIN, null);
    }

    private Draft bounded(long ms) {
        CertifiedEvent event = certifier.certify(event(nextId(), "soak.happened"));
        return new Draft(event, Purpose.BOUNDED, Instant.now().plusMillis(ms));
    }

    /** With the signature of another event. */
    private Draft forged() {
        CertifiedEvent event = certifier.certify(event(nextId(), "soak.happened"));
        Certificate stolen = certifier.certify(event(nextId(), "soak.happened")).certificate();
        return new Draft(new CertifiedEvent(event.event(), stolen), Purpose.FORGED, null);
    }

    private String nextId() {
        return submitter + "-" + made++;
    }

    private Event event(String id, String type) {
        byte[] payload = new byte[random.nextInt(300)];
        random.nextBytes(payload);
        return new Event(
                new EventId(id),
                new EventType(type),
                System.currentTimeMillis(),
                0,
                Payload.inline(Bytes.wrap(payload)),
                Metadata.EMPTY);
    }
}
