package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRegisterTest {
    private static final KeyRegister FIRST = KeyRegister.of(TestLedger.genesis(Certification.REQUIRED));
    private static final Ed25519SigningKey OTHER = TestKeys.named("other");
    private static final EventType PAYMENT = new EventType("payment.made");

    @Test
    void isTheSameForWhoeverReplaysTheControlEvents() {
        TestLedger ledger = TestLedger.requiringCertificates();
        List<ControlEvent> controls = List.of(
                TestKeys.root(TestKeys.named("root-2")),
                TestKeys.producer(OTHER, "payment."),
                TestKeys.revoked(OTHER),
                TestKeys.revoked(TestKeys.ROOT));

        controls.forEach(control -> ledger.sealed(ledger.control(control)));

        KeyRegister replayed = FIRST.replay(TestKeys.producer(TestKeys.PRODUCER));
        for (ControlEvent control : controls) {
            replayed = replayed.replay(control);
        }
        assertThat(ledger.state().keys()).isEqualTo(replayed).hasSameHashCodeAs(replayed);
    }

    @Test
    void differsWhereAnyControlEventDiffers() {
        assertThat(FIRST.replay(TestKeys.producer(OTHER)))
                .isNotEqualTo(FIRST)
                .isNotEqualTo(FIRST.replay(TestKeys.root(OTHER)))
                .isNotEqualTo(FIRST.replay(TestKeys.producer(OTHER, "payment.")))
                .isNotEqualTo(FIRST.replay(TestKeys.producer(OTHER)).replay(TestKeys.revoked(OTHER)));
    }

    /** An aborted transaction goes back to the register before it. */
    @Test
    void leavesTheRegisterBeforeItAsItWas() {
        KeyRegister before = FIRST.replay(TestKeys.producer(OTHER));

        KeyRegister behind = before.replay(TestKeys.revoked(OTHER));

        assertThat(before.find(OTHER.keyId(), PAYMENT)).isEqualTo(new KeyRegister.Lookup.Found(OTHER.publicKey()));
        assertThat(behind.find(OTHER.keyId(), PAYMENT))
                .isEqualTo(new KeyRegister.Lookup.Refused(RejectReason.KEY_REVOKED, "the key \"other\" is revoked"));
    }

    @Test
    void tellsTheAlgorithmOfAKeyRevokedOrNot() {
        KeyRegister keys = FIRST.replay(TestKeys.producer(OTHER)).replay(TestKeys.revoked(OTHER));

        assertThat(keys.algorithm(OTHER.keyId())).contains(SignatureAlgorithm.ED25519);
        assertThat(FIRST.algorithm(OTHER.keyId())).isEmpty();
    }

    @Test
    void staysTheSameBehindAControlEventThatIsNotAboutKeys() {
        assertThat(FIRST.replay(new TopicReplaced(TestLedger.TOPICS, "restored")))
                .isEqualTo(FIRST);
    }
}
