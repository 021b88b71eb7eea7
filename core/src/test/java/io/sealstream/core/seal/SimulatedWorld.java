package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SigningKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** What the producers of a simulation share: their dice, their keys, and what they have learnt of the ledger. */
final class SimulatedWorld {
    /** No simulation's clock gets there, so these deadlines never pass. */
    static final long FAR_FUTURE_MS = TestLedger.CREATED_AT_MS + 86_400_000;

    final SplittableRandom random;
    final List<Ed25519SigningKey> roots = new ArrayList<>(List.of(TestKeys.ROOT));
    final List<Ed25519SigningKey> producers = new ArrayList<>();
    /** May certify events whose type begins with "scoped." alone. */
    final List<Ed25519SigningKey> scoped = new ArrayList<>();

    final List<Ed25519SigningKey> revoked = new ArrayList<>();
    final List<CertifiedEvent> sealed = new ArrayList<>();
    private final Map<KeyId, Ed25519SigningKey> keys = new HashMap<>(Map.of(TestKeys.ROOT.keyId(), TestKeys.ROOT));
    private final Hash ledgerId;
    private int names;

    SimulatedWorld(SplittableRandom random, Hash ledgerId) {
        this.random = random;
        this.ledgerId = ledgerId;
    }

    Ed25519SigningKey freshKey() {
        Ed25519SigningKey key = TestKeys.named("key-" + names++);
        keys.put(key.keyId(), key);
        return key;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** An event that keeps every rule, under an id of its own. */
    Draft draft() {
        Draft draft = Draft.of("event-" + names++)
                .type(random.nextBoolean() ? "payment.made" : "")
                .occurredAtMs(random.nextLong(FAR_FUTURE_MS))
                .sealBeforeMs(random.nextBoolean() ? 0 : FAR_FUTURE_MS)
                .payload(payload());
        return random.nextBoolean() ? draft : draft.metadata(Map.of("é" + random.nextInt(9), "a\nb", "k", ""));
    }

    private Payload payload() {
        return random.nextInt(5) == 0
                ? Payload.at(
                        "s3://bucket/" + names,
                        random.nextLong(1_000_000),
                        Hash.wrap(bytes(32).toByteArray()))
                : Payload.inline(bytes(random.nextInt(200)), bytes(random.nextInt(33)));
    }

    CertifiedEvent certified(Draft draft) {
        return certified(draft, oneOf(producers));
    }

    CertifiedEvent certified(Draft draft, SigningKey key) {
        return new Certifier(ledgerId, key).certify(draft.event());
    }

    List<CertifiedEvent> batch(List<Draft> drafts) {
        return new Certifier(ledgerId, oneOf(producers))
                .certifyBatch(drafts.stream().map(Draft::event).toList());
    }

    /** A control event as it should be, by one of the roots. */
    CertifiedEvent control(ControlEvent control) {
        return certified(Draft.of("control-" + names++, control), oneOf(roots));
    }

    void learn(CertifiedEvent event) {
        sealed.add(event);
        if (event.event().eventType().isControl()
                && ControlPayload.read(event.event()) instanceof ControlPayload.Valid(ControlEvent control)) {
            learn(control);
        }
    }

    private void learn(ControlEvent control) {
        if (control instanceof KeyAdded added) {
            List<Ed25519SigningKey> kind =
                    added.role() == KeyRole.ROOT ? roots : added.eventTypes().isEmpty() ? producers : scoped;
            kind.add(key(added.keyId()));
        } else if (control instanceof KeyRevoked gone) {
            List.of(roots, producers, scoped).forEach(kind -> kind.remove(key(gone.keyId())));
            revoked.add(key(gone.keyId()));
        }
    }

    private Ed25519SigningKey key(KeyId keyId) {
        return Objects.requireNonNull(keys.get(keyId));
    }
}
