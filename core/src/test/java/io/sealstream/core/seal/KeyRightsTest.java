package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may certify what, and when. */
class KeyRightsTest {
    private static final Ed25519SigningKey OTHER = TestKeys.named("other");

    private final TestLedger ledger = TestLedger.requiringCertificates();

    @Test
    void asksForACertificate() {
        RejectedEvent rejected = ledger.rejected(Draft.of("e").uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.CERTIFICATE_MISSING);
        assertThat(rejected.detail()).contains("this ledger requires one");
    }

    @Test
    void asksForACertificateOnAControlEvent() {
        RejectedEvent rejected =
                ledger.rejected(Draft.of("e", TestKeys.root(OTHER)).uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.CERTIFICATE_MISSING);
        assertThat(rejected.detail()).contains("root key");
    }

    @Test
    void doesNotKnowAKeyThatWasNeverAdded() {
        RejectedEvent rejected = ledger.rejected(ledger.certify(Draft.of("e").event(), OTHER));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_UNKNOWN);
        assertThat(rejected.detail()).contains("\"other\"");
    }

    @Test
    void knowsAKeyFromTheSequenceBehindTheOneThatAddedIt() {
        CertifiedEvent early = ledger.certify(Draft.of("e").event(), OTHER);
        ledger.rejected(early);
        ledger.sealed(ledger.control(TestKeys.producer(OTHER)));

        ledger.sealed(early);
    }

    @Test
    void doesNotKnowAKeyWhoseAdditionWasRejected() {
        ledger.rejected(Draft.of("k", TestKeys.producer(OTHER)).uncertified());

        RejectedEvent rejected = ledger.rejected(ledger.certify(Draft.of("e").event(), OTHER));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_UNKNOWN);
    }

    @Test
    void refusesAKeyFromTheSequenceBehindTheOneThatRevokedIt() {
        CertifiedEvent before = ledger.certify(Draft.of("before"));
        CertifiedEvent after = ledger.certify(Draft.of("after"));
        ledger.sealed(before);
        ledger.sealed(ledger.control(TestKeys.revoked(TestKeys.PRODUCER)));

        RejectedEvent rejected = ledger.rejected(after);

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_REVOKED);
        assertThat(rejected.detail()).contains("\"producer-1\"");
    }

    @Test
    void letsAKeyGoOnWhoseRevocationWasRejected() {
        ledger.rejected(ledger.certify(
                Draft.of("k", TestKeys.revoked(TestKeys.PRODUCER)).event(), TestKeys.PRODUCER));

        ledger.sealed(ledger.certify(Draft.of("e")));
    }

    @Test
    void refusesAnOrdinaryEventByARoot() {
        RejectedEvent rejected = ledger.rejected(ledger.certify(Draft.of("e").event(), TestKeys.ROOT));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_NOT_AUTHORIZED);
        assertThat(rejected.detail()).contains("root key \"root-1\"", "\"payment.made\"");
    }

    @Test
    void refusesAControlEventByAProducer() {
        RejectedEvent rejected = ledger.rejected(
                ledger.certify(Draft.of("e", TestKeys.root(OTHER)).event(), TestKeys.PRODUCER));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_NOT_AUTHORIZED);
        assertThat(rejected.detail()).contains("producer key \"producer-1\"");
    }

    @Test
    void letsARootThatWasAddedActAndOneThatWasRevokedNot() {
        ledger.sealed(ledger.control(TestKeys.root(OTHER)));
        KeyAdded third = TestKeys.producer(TestKeys.named("third"));

        ledger.sealed(
                ledger.certify(Draft.of("r", TestKeys.revoked(TestKeys.ROOT)).event(), OTHER));

        assertThat(ledger.rejected(ledger.control(third)).reason()).isEqualTo(RejectReason.KEY_REVOKED);
        ledger.sealed(ledger.certify(Draft.of("again", third).event(), OTHER));
    }

    @ParameterizedTest
    @CsvSource({
        "payment.made, true",
        "payment., true",
        "refund, true",
        "refunded, true",
        "payment, false",
        "Payment.made, false",
        "a.payment.made, false",
        "'', false",
    })
    void letsAKeyCertifyTheTypesThatBeginWithOneOfItsPrefixes(String type, boolean allowed) {
        ledger.sealed(ledger.control(TestKeys.producer(OTHER, "payment.", "refund")));

        Outcome outcome = ledger.seal(ledger.certify(Draft.of("e").type(type).event(), OTHER));

        assertThat(outcome instanceof Outcome.Sealed).isEqualTo(allowed);
        if (outcome instanceof Outcome.Rejected rejected) {
            assertThat(rejected.event().reason()).isEqualTo(RejectReason.KEY_NOT_AUTHORIZED);
        }
    }

    /** A prefix of the reserved one is no way around: producers never certify control events. */
    @Test
    void refusesAControlEventByAProducerWhosePrefixCoversIt() {
        ledger.sealed(ledger.control(TestKeys.producer(OTHER, "sealstream.")));

        RejectedEvent rejected = ledger.rejected(ledger.certify(
                Draft.of("e", TestKeys.root(TestKeys.named("third"))).event(), OTHER));

        assertThat(rejected.reason()).isEqualTo(RejectReason.KEY_NOT_AUTHORIZED);
    }
}
