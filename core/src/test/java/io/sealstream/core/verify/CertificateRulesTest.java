package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CertificateRulesTest {
    private static final Event EVENT = Events.ordinary("event");

    @Test
    void batchCertificatesVerify() {
        LedgerBuilder ledger = ledger();
        List<Event> events = List.of(EVENT, Events.ordinary("b"), Events.ordinary("c"));
        new Certifier(ledger.ledgerId(), Keys.PRODUCER).certifyBatch(events).forEach(ledger::seal);
        assertThat(faults(ledger.records())).isEmpty();
    }

    @Test
    void aMissingCertificateIsAFaultWhereOneIsRequired() {
        assertThat(faults(ledger().uncertified(EVENT).records())).containsExactly("2 CERTIFICATE_MISSING");
    }

    @Test
    void aKeyThatWasNeverAddedIsUnknown() {
        assertThat(faults(ledger().certified(Keys.SECOND_PRODUCER, EVENT).records()))
                .containsExactly("2 KEY_UNKNOWN");
    }

    @Test
    void aKeyIsKnownAfterTheSequenceThatAddedIt() {
        LedgerBuilder ledger = ledger().certified(Keys.SECOND_PRODUCER, EVENT)
                .control(Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("later"));
        assertThat(faults(ledger.records())).containsExactly("2 KEY_UNKNOWN");
    }

    @Test
    void aKeyIsRevokedAfterTheSequenceThatRevokedIt() {
        LedgerBuilder ledger =
                ledger().events(1).control(Keys.revoke(Keys.PRODUCER)).events(1);
        assertThat(faults(ledger.records())).containsExactly("4 KEY_REVOKED");
    }

    @Test
    void aRootKeyMayRevokeItself() {
        LedgerBuilder ledger = ledger().control(Keys.add(Keys.SECOND_ROOT, KeyRole.ROOT))
                .control(Keys.ROOT, Keys.revoke(Keys.ROOT))
                .control(Keys.SECOND_ROOT, Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER));
        assertThat(faults(ledger.records())).isEmpty();
    }

    @Test
    void aRootKeyCertifiesNoOrdinaryEvents() {
        assertThat(faults(ledger().certified(Keys.ROOT, EVENT).records())).containsExactly("2 KEY_NOT_AUTHORIZED");
    }

    @Test
    void aProducerKeyCertifiesNoControlEventsAndTheyChangeNothing() {
        LedgerBuilder ledger = ledger().control(Keys.PRODUCER, Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER))
                .certified(Keys.SECOND_PRODUCER, EVENT);
        assertThat(faults(ledger.records())).containsExactly("2 KEY_NOT_AUTHORIZED", "3 KEY_UNKNOWN");
    }

    @Test
    void aKeyCertifiesOnlyTheEventTypesThatItWasAddedFor() {
        LedgerBuilder ledger = ledger().control(Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER, "payment.", "x"))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("a", "payment.booked"))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("b", "xyz"))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("c", "payments"))
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("d", ""));
        assertThat(faults(ledger.records())).containsExactly("5 KEY_NOT_AUTHORIZED", "6 KEY_NOT_AUTHORIZED");
    }

    @Test
    void onlyTheFirstObjectionIsTold() {
        LedgerBuilder ledger = ledger().control(Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER, "other."))
                .control(Keys.revoke(Keys.SECOND_PRODUCER));
        ledger.seal(changed(ledger, Keys.SECOND_PRODUCER.keyId(), c -> c));
        assertThat(faults(ledger.records())).containsExactly("4 KEY_REVOKED");
    }

    @Test
    void aCertificateForAnotherLedgerIsInvalid() {
        LedgerBuilder ledger = ledger();
        ledger.seal(new Certifier(Hash.ZERO, Keys.PRODUCER).certify(EVENT));
        assertThat(faults(ledger.records())).containsExactly("2 SIGNATURE_INVALID");
    }

    @Test
    void aSignatureOfAnotherKeyIsInvalid() {
        LedgerBuilder ledger = ledger();
        ledger.certified(Keys.SECOND_PRODUCER.withKeyId(Keys.PRODUCER.keyId()), EVENT);
        assertThat(faults(ledger.records())).containsExactly("2 SIGNATURE_INVALID");
    }

    @Test
    void anAlgorithmThatIsNotTheKeysIsInvalidThoughItIsNotSupported() {
        LedgerBuilder ledger = ledger();
        ledger.seal(changed(
                ledger,
                Keys.PRODUCER.keyId(),
                c -> new Certificate(SignatureAlgorithm.ML_DSA_65, c.keyId(), c.signature(), null)));
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("2 SIGNATURE_INVALID");
        assertThat(result.unsupportedAlgorithms()).isEmpty();
    }

    @Test
    void aBatchOutOfBoundsIsInvalid() {
        LedgerBuilder ledger = ledger();
        ledger.seal(changed(
                ledger,
                Keys.PRODUCER.keyId(),
                c -> new Certificate(c.algorithm(), c.keyId(), c.signature(), new BatchProof(1, 1, List.of()))));
        assertThat(faults(ledger.records())).containsExactly("2 SIGNATURE_INVALID");
    }

    @Test
    void aKeyIdThatBreaksItsRuleIsInvalidAndUnknown() {
        LedgerBuilder ledger = ledger();
        ledger.seal(changed(ledger, new KeyId(""), c -> c));
        assertThat(faults(ledger.records())).containsExactly("2 INVALID", "2 KEY_UNKNOWN");
    }

    @Test
    void anOpaqueSignatureIsInvalidWhereCertificatesAreRequired() {
        LedgerBuilder ledger = ledger().seal(opaque(EVENT, "partner"));
        assertThat(faults(ledger.records())).containsExactly("2 INVALID", "2 KEY_UNKNOWN");
    }

    @Test
    void whereCertificatesAreRecordedThoseThatDoNotVerifyAreFindings() {
        LedgerBuilder ledger = ledger(Certification.RECORDED)
                .certified(Keys.SECOND_PRODUCER, EVENT)
                .uncertified(Events.ordinary("uncertified"))
                .certified(Keys.PRODUCER, Events.ordinary("fine"));
        ledger.seal(new Certifier(Hash.ZERO, Keys.PRODUCER).certify(Events.ordinary("forged")));
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.UNVERIFIED_CERTIFICATE);
            assertThat(finding.count()).isEqualTo(2);
            assertThat(Objects.requireNonNull(finding.firstSequence()).value()).isEqualTo(2);
            assertThat(finding.detail()).contains("KEY_UNKNOWN", "producer-2");
        });
    }

    @Test
    void whereCertificatesAreRecordedAnOpaqueOneIsOneFindingAndNothingElse() {
        LedgerBuilder ledger = ledger(Certification.RECORDED).seal(opaque(EVENT, ""));
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(result.findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(FindingKind.OPAQUE_CERTIFICATE);
    }

    @Test
    void whereThereIsNoCertificationCertificatesOfOrdinaryEventsAreNotLookedAt() {
        LedgerBuilder ledger = ledger(Certification.NONE)
                .uncertified(EVENT)
                .certified(Keys.SECOND_PRODUCER, Events.ordinary("unknown"))
                .seal(opaque(Events.ordinary("opaque"), ""));
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void anOpaqueSignatureThatIsTooLargeIsInvalidEverywhere() {
        Bytes large = Bytes.wrap(new byte[8 * 1024 + 1]);
        Certificate certificate = new Certificate(SignatureAlgorithm.OPAQUE, new KeyId(""), large, null);
        LedgerBuilder ledger = ledger(Certification.NONE).seal(new CertifiedEvent(EVENT, certificate));
        assertThat(faults(ledger.records())).containsExactly("2 INVALID");
    }

    @Test
    void controlEventsAreCheckedInEveryLedger() {
        for (Certification certification : Certification.values()) {
            LedgerBuilder ledger = ledger(certification)
                    .uncertified(Events.control("a", Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER)))
                    .control(Keys.SECOND_ROOT, Keys.revoke(Keys.PRODUCER))
                    .control(Keys.SECOND_ROOT.withKeyId(Keys.ROOT.keyId()), Keys.revoke(Keys.PRODUCER));
            assertThat(faults(ledger.records()))
                    .containsExactly("2 CERTIFICATE_MISSING", "3 KEY_UNKNOWN", "4 SIGNATURE_INVALID");
        }
    }

    @Test
    void aControlEventWithAnOpaqueSignatureIsNotCertified() {
        Event event = Events.control("a", Keys.add(Keys.SECOND_PRODUCER, KeyRole.PRODUCER));
        LedgerBuilder ledger =
                ledger(Certification.NONE).seal(opaque(event, Keys.ROOT.keyId().value()));
        assertThat(faults(ledger.records())).containsExactly("2 SIGNATURE_INVALID");
    }

    private static CertifiedEvent opaque(Event event, String keyId) {
        return new CertifiedEvent(
                event, new Certificate(SignatureAlgorithm.OPAQUE, new KeyId(keyId), Bytes.utf8("?"), null));
    }

    /** {@link #EVENT} as {@link Keys#PRODUCER} certifies it, under another key id and with a changed certificate. */
    private static CertifiedEvent changed(LedgerBuilder ledger, KeyId keyId, UnaryOperator<Certificate> change) {
        CertifiedEvent certified = new Certifier(ledger.ledgerId(), Keys.PRODUCER.withKeyId(keyId)).certify(EVENT);
        return new CertifiedEvent(EVENT, change.apply(Objects.requireNonNull(certified.certificate())));
    }
}
