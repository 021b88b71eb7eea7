package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.seal.IntakeRecord.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Those who try what must not be: control events, certificates and records that are each wrong in one way. */
final class HostileProducers {
    private static final int TOO_LARGE = SealingLimits.DEFAULT.maxPayloadBytes() + 1;

    private final SimulatedWorld world;

    HostileProducers(SimulatedWorld world) {
        this.world = world;
    }

    /** A control event that the ledger forbids, or by somebody who may not. */
    Attempt control() {
        List<Supplier<Attempt>> ways = new ArrayList<>(List.of(
                () -> forbidden(TestKeys.producer(world.oneOf(world.producers))),
                () -> forbidden(added(world.oneOf(world.producers).publicKey())),
                () -> forbidden(added(TestKeys.ed25519("01" + "00".repeat(31)))),
                () -> forbidden(TestKeys.revoked(world.freshKey())),
                () -> forbidden(new TopicReplaced(TestLedger.TOPICS, "again")),
                () -> forbidden(new PolicyNoted(Sequence.GENESIS, PolicyNoted.Outcome.WARN, List.of())),
                () -> invalid(byRoot(world.draft().type("sealstream.key.added").payload("{\"key_id\":1}"))),
                () -> invalid(byRoot(world.draft().type("sealstream.unheard.of"))),
                () -> Attempt.toReject(
                        RejectReason.CERTIFICATE_MISSING, keyAdded().uncertified()),
                () -> Attempt.toReject(RejectReason.KEY_UNKNOWN, world.certified(keyAdded(), world.freshKey())),
                () -> Attempt.toReject(RejectReason.KEY_NOT_AUTHORIZED, world.certified(keyAdded())),
                () -> Attempt.toReject(RejectReason.SIGNATURE_INVALID, forged(byRoot(keyAdded())))));
        if (!world.revoked.isEmpty()) {
            ways.add(() -> forbidden(TestKeys.revoked(world.oneOf(world.revoked))));
            ways.add(() -> forbidden(added(world.oneOf(world.revoked).publicKey())));
            ways.add(() -> Attempt.toReject(
                    RejectReason.KEY_REVOKED, world.certified(keyAdded(), world.oneOf(world.revoked))));
        }
        if (world.roots.size() == 1) {
            ways.add(() -> forbidden(TestKeys.revoked(world.roots.getFirst())));
        }
        return world.oneOf(ways).get();
    }

    /** An ordinary event whose certificate does not hold. */
    Attempt certificate() {
        List<Supplier<Attempt>> ways = new ArrayList<>(List.of(
                () -> Attempt.toReject(
                        RejectReason.CERTIFICATE_MISSING, world.draft().uncertified()),
                () -> Attempt.toReject(RejectReason.KEY_UNKNOWN, world.certified(world.draft(), world.freshKey())),
                () -> Attempt.toReject(RejectReason.KEY_NOT_AUTHORIZED, byRoot(world.draft())),
                () -> Attempt.toReject(RejectReason.SIGNATURE_INVALID, forged(world.certified(world.draft()))),
                () -> Attempt.toReject(RejectReason.SIGNATURE_INVALID, ofAnotherLedger()),
                () -> Attempt.toReject(RejectReason.SIGNATURE_INVALID, placedInABatch())));
        if (!world.revoked.isEmpty()) {
            ways.add(() -> Attempt.toReject(
                    RejectReason.KEY_REVOKED, world.certified(world.draft(), world.oneOf(world.revoked))));
        }
        if (!world.scoped.isEmpty()) {
            ways.add(() -> Attempt.toReject(
                    RejectReason.KEY_NOT_AUTHORIZED, world.certified(world.draft(), world.oneOf(world.scoped))));
            ways.add(() -> Attempt.toSeal(world.certified(world.draft().type("scoped.a"), world.oneOf(world.scoped))));
        }
        return world.oneOf(ways).get();
    }

    /** A record that is wrong whoever certified it. */
    Attempt record() {
        List<Supplier<Attempt>> ways = List.of(
                () -> malformed(world.bytes(9)),
                () -> malformed(null),
                () -> Attempt.toReject(RejectReason.MALFORMED, good()).withKey(null),
                () -> invalid(good()).withKey(Bytes.utf8("another id")),
                () -> invalid(good()).withDeadline(world.bytes(7)),
                () -> invalid(world.certified(world.draft().occurredAtMs(-1))),
                () -> invalid(world.certified(Draft.of("sealstream." + world.random.nextInt()))),
                () -> invalid(world.certified(world.draft().payload(Payload.inline(Bytes.EMPTY, world.bytes(33))))),
                () -> Attempt.toReject(
                        RejectReason.TOO_LARGE,
                        world.certified(world.draft().payload(Payload.inline(world.bytes(TOO_LARGE))))),
                () -> Attempt.toReject(
                        RejectReason.EXPIRED, world.certified(world.draft().sealBeforeMs(1))),
                () -> Attempt.toReject(RejectReason.EXPIRED, good()).late());
        return world.oneOf(ways).get();
    }

    private CertifiedEvent good() {
        return world.certified(world.draft());
    }

    private CertifiedEvent byRoot(Draft draft) {
        return world.certified(draft, world.oneOf(world.roots));
    }

    private Attempt forbidden(ControlEvent control) {
        return invalid(world.control(control));
    }

    private static Attempt invalid(CertifiedEvent certified) {
        return Attempt.toReject(RejectReason.INVALID, certified);
    }

    private Attempt malformed(@Nullable Bytes value) {
        return new Attempt(
                world.bytes(3), value, null, new Content.Malformed("no CertifiedEvent"), RejectReason.MALFORMED);
    }

    private KeyAdded added(PublicKey publicKey) {
        return new KeyAdded(world.freshKey().keyId(), publicKey, KeyRole.PRODUCER, List.of());
    }

    private Draft keyAdded() {
        return Draft.of("stray-" + world.random.nextLong(), TestKeys.producer(world.freshKey()));
    }

    private CertifiedEvent ofAnotherLedger() {
        return new Certifier(Hash.ZERO, world.oneOf(world.producers))
                .certify(world.draft().event());
    }

    private CertifiedEvent forged(CertifiedEvent certified) {
        return recertified(certified, world.bytes(64), null);
    }

    private CertifiedEvent placedInABatch() {
        CertifiedEvent single = good();
        Bytes signature = Objects.requireNonNull(single.certificate()).signature();
        return recertified(single, signature, new BatchProof(0, 2, List.of(Hash.ZERO)));
    }

    private static CertifiedEvent recertified(CertifiedEvent certified, Bytes signature, @Nullable BatchProof batch) {
        Certificate genuine = Objects.requireNonNull(certified.certificate());
        return new CertifiedEvent(
                certified.event(), new Certificate(genuine.algorithm(), genuine.keyId(), signature, batch));
    }
}
