package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/format.md section 7 forbids though the payload can be read, each certified by a root key. */
class ControlEventRulesTest {
    private static final Ed25519SigningKey REVOKED = TestKeys.named("revoked");
    private static final Ed25519SigningKey SECOND_ROOT = TestKeys.named("root-2");
    private static final Ed25519SigningKey FRESH = TestKeys.named("fresh");
    private static final Ed25519SigningKey CHECKPOINT = TestKeys.named("checkpoint");

    /** Two roots, producer-1, a producer that was revoked, and a key for checkpoints. */
    private final TestLedger ledger = ledger();

    private static TestLedger ledger() {
        Genesis plain = TestLedger.genesis(Certification.REQUIRED);
        Genesis genesis = new Genesis(
                plain.ledger(),
                plain.origin(),
                plain.hash(),
                plain.certification(),
                plain.createdAtMs(),
                plain.topics(),
                plain.rootKeys(),
                CHECKPOINT.publicKey());
        TestLedger ledger = new TestLedger(genesis, TestLedger.TOPICS, SealingLimits.DEFAULT);
        ledger.sealed(ledger.control(TestKeys.producer(TestKeys.PRODUCER)));
        ledger.sealed(ledger.control(TestKeys.root(SECOND_ROOT)));
        ledger.sealed(ledger.control(TestKeys.producer(REVOKED)));
        ledger.sealed(ledger.control(TestKeys.revoked(REVOKED)));
        return ledger;
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                argumentSet("id of a producer again", added("producer-1", FRESH.publicKey()), "key id \"producer-1\""),
                argumentSet("id of a revoked key again", added("revoked", FRESH.publicKey()), "key id \"revoked\""),
                argumentSet("id of a root again", added("root-1", FRESH.publicKey()), "key id \"root-1\""),
                argumentSet("public key of a producer again", added("a", TestKeys.PRODUCER.publicKey()), "public key"),
                argumentSet("public key of a revoked key again", added("a", REVOKED.publicKey()), "public key"),
                argumentSet("public key of a root again", added("a", TestKeys.ROOT.publicKey()), "public key"),
                argumentSet("public key of an added root again", added("a", SECOND_ROOT.publicKey()), "public key"),
                argumentSet("public key for checkpoints", added("a", CHECKPOINT.publicKey()), "public key"),
                argumentSet("identity as key", ed25519("01" + "00".repeat(31)), "Ed25519"),
                argumentSet("key of order 2", ed25519("ec" + "ff".repeat(30) + "7f"), "Ed25519"),
                argumentSet("key of order 4", ed25519("00".repeat(32)), "Ed25519"),
                argumentSet(
                        "key of order 8",
                        ed25519("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
                        "Ed25519"),
                argumentSet("key that is no point", ed25519("02" + "00".repeat(31)), "Ed25519"),
                argumentSet(
                        "key in an encoding that is not canonical", ed25519("ee" + "ff".repeat(30) + "7f"), "Ed25519"),
                argumentSet("key of 31 bytes", ed25519("aa".repeat(31)), "Ed25519"),
                argumentSet(
                        "zeros for a point on P-256", zeros(SignatureAlgorithm.ECDSA_P256_SHA256, 91), "ECDSA-P256"),
                argumentSet("ML-DSA-65 key of 1,951 bytes", zeros(SignatureAlgorithm.ML_DSA_65, 1_951), "ML-DSA-65"),
                argumentSet("unknown key revoked", TestKeys.revoked(FRESH), "not registered"),
                argumentSet("key for checkpoints revoked", TestKeys.revoked(CHECKPOINT), "not registered"),
                argumentSet("key revoked twice", TestKeys.revoked(REVOKED), "revoked already"),
                argumentSet("second genesis", TestLedger.genesis(Certification.NONE), "one genesis"),
                argumentSet("policy note from outside", policyNote(), "from the sealer alone"),
                argumentSet("replaced topics, though none were", replaced(), "nothing was replaced"));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void rejectsAsInvalidAndChangesNothing(ControlEvent control, String words) {
        SealerState before = ledger.state();

        RejectedEvent rejected = ledger.rejected(ledger.control(control));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains(words);
        assertThat(ledger.state().keys()).isEqualTo(before.keys());
        assertThat(ledger.state().named()).isEqualTo(before.named());
    }

    @Test
    void neverRevokesTheLastRoot() {
        ledger.sealed(ledger.control(TestKeys.revoked(SECOND_ROOT)));

        RejectedEvent rejected = ledger.rejected(ledger.control(TestKeys.revoked(TestKeys.ROOT)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("last root key");
    }

    @Test
    void letsARootRevokeItselfWhereAnotherStays() {
        ledger.sealed(ledger.control(TestKeys.revoked(TestKeys.ROOT)));

        RejectedEvent rejected = ledger.rejected(ledger.control(TestKeys.producer(FRESH)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_REVOKED);
    }

    @Test
    void takesAKeyIdThatWasOnlyRejected() {
        ledger.rejected(ledger.control(added("fresh", TestKeys.PRODUCER.publicKey())));

        ledger.sealed(ledger.control(TestKeys.producer(FRESH)));
    }

    @Test
    void sealsTheSameKeyOnlyOnceThoughTheEventsDiffer() {
        ledger.sealed(ledger.control(TestKeys.producer(FRESH)));

        RejectedEvent rejected = ledger.rejected(ledger.control(TestKeys.producer(FRESH, "payment.")));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
    }

    private static KeyAdded added(String keyId, PublicKey publicKey) {
        return new KeyAdded(new KeyId(keyId), publicKey, KeyRole.PRODUCER, List.of());
    }

    private static KeyAdded ed25519(String hex) {
        return added("fresh", TestKeys.ed25519(hex));
    }

    private static KeyAdded zeros(SignatureAlgorithm algorithm, int length) {
        return added("fresh", new PublicKey(algorithm, Bytes.wrap(new byte[length])));
    }

    private static PolicyNoted policyNote() {
        return new PolicyNoted(Sequence.GENESIS, PolicyNoted.Outcome.WARN, List.of());
    }

    private static TopicReplaced replaced() {
        return new TopicReplaced(TestLedger.TOPICS, "to be sure");
    }
}
