package io.sealstream.sealer;

import static io.sealstream.core.seal.RejectReason.CERTIFICATE_MISSING;
import static io.sealstream.core.seal.RejectReason.INVALID;
import static io.sealstream.core.seal.RejectReason.KEY_NOT_AUTHORIZED;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.stream.Stream;

/** Control events that the ledger does not allow, though the root key certifies them. */
final class HostileControls {
    private static final LedgerTopics NOWHERE = new LedgerTopics("cluster", "intake", "sealed");
    private static final PublicKey NEW = TrialLedger.key(7, "new").publicKey();
    /** The encoding of the neutral element, which is of order 1. */
    private static final PublicKey SMALL = ed25519("0100000000000000000000000000000000000000000000000000000000000000");

    private HostileControls() {}

    static Stream<Hostile> all() {
        return Stream.of(
                control("a second genesis", "genesis", genesis()),
                control("a key id used before", "used before", added("producer-1", NEW)),
                control("a revoked key id again", "used before", added("revoked-1", NEW)),
                control("a public key used before", "used before", added("new", TrialLedger.PRODUCER.publicKey())),
                control("a key that Ed25519 forbids", "Ed25519", added("new", SMALL)),
                control("a key of 31 bytes", "Ed25519", added("new", ed25519("00".repeat(31)))),
                control("an unknown key revoked", "not registered", new KeyRevoked(new KeyId("new"), "why")),
                control("a revoked key revoked", "revoked already", new KeyRevoked(new KeyId("revoked-1"), "why")),
                control("the last root revoked", "last root", new KeyRevoked(TrialLedger.ROOT.keyId(), "why")),
                control("a replacement of nothing", "nothing was replaced", new TopicReplaced(NOWHERE, "why")),
                payload("no JSON", "payload", "nonsense"),
                payload("a member twice", "payload", "{\"key_id\":\"producer-1\",\"key_id\":\"x\",\"reason\":\"why\"}"),
                payload("a member missing", "reason", "{\"key_id\":\"producer-1\"}"),
                payload("a number for a text", "reason", "{\"key_id\":\"producer-1\",\"reason\":1}"),
                Hostile.certified(
                        "certified by a producer",
                        KEY_NOT_AUTHORIZED,
                        "producer-1",
                        s -> s.certified(Draft.of(Hostile.ID, added("new", NEW)), TrialLedger.PRODUCER)),
                Hostile.certified(
                        "not certified",
                        CERTIFICATE_MISSING,
                        "root key",
                        s -> new CertifiedEvent(
                                Draft.of(Hostile.ID, added("new", NEW)).event(), null)));
    }

    private static Hostile control(String what, String detail, ControlEvent control) {
        return root(what, detail, Draft.of(Hostile.ID, control));
    }

    private static Hostile payload(String what, String detail, String json) {
        return root(
                what,
                detail,
                Draft.of(Hostile.ID).ofType(KeyRevoked.TYPE.value()).withPayload(Payload.inline(Bytes.utf8(json))));
    }

    private static Hostile root(String what, String detail, Draft draft) {
        return Hostile.certified(what, INVALID, detail, s -> s.certified(draft, TrialLedger.ROOT));
    }

    private static KeyAdded added(String keyId, PublicKey key) {
        return new KeyAdded(new KeyId(keyId), key, KeyRole.PRODUCER, List.of());
    }

    private static ControlEvent genesis() {
        return TrialLedger.genesisSettings(Certification.REQUIRED).genesis("trial", NOWHERE, 0);
    }

    private static PublicKey ed25519(String hex) {
        return new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex(hex));
    }
}
