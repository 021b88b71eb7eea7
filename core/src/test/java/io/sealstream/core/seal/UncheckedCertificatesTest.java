package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Ledgers that keep the certificates of ordinary events as they come; those of control events they check all the same. */
class UncheckedCertificatesTest {
    private static final Ed25519SigningKey OTHER = TestKeys.named("other");
    private static final Event EVENT = Draft.of("e").event();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUIRED")
    void sealsAnEventWithoutCertificate(Certification certification) {
        CertifiedEvent certified = new CertifiedEvent(EVENT, null);

        assertThat(new TestLedger(certification).sealed(certified).certificate())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUIRED")
    void keepsACertificateThatDoesNotHold(Certification certification) {
        TestLedger ledger = new TestLedger(certification);
        List<CertifiedEvent> unsound = List.of(
                ledger.certify(Draft.of("unknown key").event(), OTHER),
                ledger.certify(Draft.of("root").event(), TestKeys.ROOT),
                new Certifier(Hash.ZERO, TestKeys.PRODUCER)
                        .certify(Draft.of("another ledger").event()),
                new CertifiedEvent(
                        Draft.of("nonsense").event(),
                        new Certificate(SignatureAlgorithm.ML_DSA_65, OTHER.keyId(), Bytes.EMPTY, null)));

        assertThat(unsound)
                .allSatisfy(certified ->
                        assertThat(ledger.sealed(certified).certified()).isEqualTo(certified));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUIRED")
    void asksForACertificateOnAControlEvent(Certification certification) {
        CertifiedEvent control = Draft.of("k", TestKeys.producer(OTHER)).uncertified();

        assertThat(new TestLedger(certification).rejected(control).reason())
                .isEqualTo(RejectReason.CERTIFICATE_MISSING);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUIRED")
    void refusesAControlEventWhoseCertificateDoesNotHold(Certification certification) {
        TestLedger ledger = new TestLedger(certification);
        Event control = Draft.of("k", TestKeys.producer(OTHER)).event();
        Certificate opaque =
                new Certificate(SignatureAlgorithm.OPAQUE, TestKeys.ROOT.keyId(), Bytes.utf8("trust me"), null);

        assertThat(List.of(
                        ledger.rejected(ledger.certify(control, OTHER)).reason(),
                        ledger.rejected(ledger.certify(control, TestKeys.PRODUCER))
                                .reason(),
                        ledger.rejected(new Certifier(Hash.ZERO, TestKeys.ROOT).certify(control))
                                .reason(),
                        ledger.rejected(new CertifiedEvent(control, opaque)).reason()))
                .containsExactly(
                        RejectReason.KEY_UNKNOWN,
                        RejectReason.KEY_NOT_AUTHORIZED,
                        RejectReason.SIGNATURE_INVALID,
                        RejectReason.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUIRED")
    void refusesAControlEventThatTheRegisterForbids(Certification certification) {
        TestLedger ledger = new TestLedger(certification);

        RejectedEvent rejected = ledger.rejected(ledger.control(TestKeys.producer(TestKeys.PRODUCER)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
    }
}
