package io.sealstream.core.seal;

import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Everybody who writes to the intake: each says which outcome it must have. */
final class SimulatedProducers {
    private final SimulatedWorld world;
    private final SplittableRandom random;
    private final HostileProducers hostile;
    /** The rest of a batch that was certified as a whole. */
    private final Deque<CertifiedEvent> batch = new ArrayDeque<>();

    SimulatedProducers(SimulatedWorld world) {
        this.world = world;
        this.random = world.random;
        this.hostile = new HostileProducers(world);
    }

    Attempt next() {
        if (world.producers.isEmpty()) {
            return Attempt.toSeal(world.control(TestKeys.producer(world.freshKey())));
        }
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> Attempt.toSeal(world.certified(world.draft()));
            case 4 -> ofBatch();
            case 5 -> again();
            case 6 -> control();
            case 7 -> hostile.control();
            case 8 -> hostile.certificate();
            case 9 -> ofPolicy();
            default -> hostile.record();
        };
    }

    private Attempt ofBatch() {
        if (batch.isEmpty()) {
            int size = 1 + random.nextInt(6);
            batch.addAll(world.batch(Stream.generate(world::draft).limit(size).toList()));
        }
        CertifiedEvent next = batch.remove();
        var keyId = Objects.requireNonNull(next.certificate()).keyId();
        boolean revoked = world.revoked.stream().anyMatch(key -> key.keyId().equals(keyId));
        return revoked ? Attempt.toReject(RejectReason.KEY_REVOKED, next) : Attempt.toSeal(next);
    }

    /** What was sealed before, as it was or changed; deadlines and revoked keys make no difference to that. */
    private Attempt again() {
        CertifiedEvent before = world.oneOf(world.sealed);
        if (random.nextBoolean()) {
            return Attempt.toReject(RejectReason.DUPLICATE, before).late();
        }
        Draft other = world.draft();
        Draft conflict = new Draft(
                before.event().eventId().value(), "other", other.occurredAtMs(), 1, other.payload(), other.metadata());
        return Attempt.toReject(RejectReason.EVENT_ID_CONFLICT, world.certified(conflict));
    }

    /** Right in every field; what becomes of it is the policy's alone. */
    private Attempt ofPolicy() {
        String word = SimulatedPolicy.word(random);
        CertifiedEvent event = world.certified(world.draft().metadata(Map.of(SimulatedPolicy.KEY, word)));
        return SimulatedPolicy.refusal(word)
                .map(reason -> Attempt.toReject(reason, event))
                .orElseGet(() -> Attempt.toSeal(event));
    }

    private Attempt control() {
        List<Ed25519SigningKey> revocable = Stream.of(world.producers, world.scoped, world.roots)
                .filter(kind -> kind.size() > 1)
                .map(world::oneOf)
                .toList();
        boolean revoke = !revocable.isEmpty() && random.nextInt(3) == 0;
        return Attempt.toSeal(world.control(revoke ? TestKeys.revoked(world.oneOf(revocable)) : added()));
    }

    private KeyAdded added() {
        Ed25519SigningKey key = world.freshKey();
        return switch (random.nextInt(4)) {
            case 0 -> TestKeys.root(key);
            case 1 -> TestKeys.producer(key, "scoped.", "other.");
            default -> TestKeys.producer(key);
        };
    }
}
