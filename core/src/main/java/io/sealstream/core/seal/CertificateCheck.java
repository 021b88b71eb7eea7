package io.sealstream.core.seal;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventType;
import org.jspecify.annotations.Nullable;

/** Whether the one who certified an event may, and whether the ledger allows what a control event says. */
final class CertificateCheck {
    private final CertificateVerifier certificates;

    CertificateCheck(CertificateVerifier certificates) {
        this.certificates = certificates;
    }

    @Nullable
    Refusal check(LedgerSettings ledger, KeyRegister keys, IntakeRecord.Content.Decoded decoded) {
        CertifiedEvent certified = decoded.certified();
        EventType type = certified.event().eventType();
        if (!type.isControl() && ledger.certification() != Certification.REQUIRED) {
            return null;
        }
        Certificate certificate = certified.certificate();
        if (certificate == null) {
            String who = type.isControl() ? "a control event needs one by a root key" : "this ledger requires one";
            return new Refusal(RejectReason.CERTIFICATE_MISSING, "the event has no certificate; " + who);
        }
        return switch (keys.find(certificate.keyId(), type)) {
            case KeyRegister.Lookup.Refused refused -> new Refusal(refused.reason(), refused.detail());
            case KeyRegister.Lookup.Found found ->
                switch (certificates.verify(certified, found.publicKey(), ledger.ledgerId())) {
                    case VALID -> null;
                    case INVALID ->
                        new Refusal(
                                RejectReason.SIGNATURE_INVALID,
                                "the signature is not one by \"" + certificate.keyId()
                                        + "\" over this event for ledger "
                                        + ledger.ledgerId());
                    case UNSUPPORTED ->
                        new Refusal(
                                RejectReason.SIGNATURE_INVALID,
                                "this sealer can't check "
                                        + certificate.algorithm().jsonName() + " signatures");
                };
        };
    }

    @Nullable
    Refusal check(SealerState state, ControlEvent control) {
        String objection = state.keys().objection(control).orElse(null);
        if (objection == null) {
            objection = switch (control) {
                case KeyAdded added -> objectionTo(added);
                case TopicReplaced replaced -> objectionTo(state, replaced);
                default -> null;
            };
        }
        return objection == null ? null : Refusal.invalid(objection);
    }

    private @Nullable String objectionTo(KeyAdded added) {
        return switch (certificates.allows(added.publicKey())) {
            case VALID -> null;
            case INVALID ->
                "the public key is none that " + added.publicKey().algorithm().jsonName() + " allows";
            case UNSUPPORTED ->
                "this sealer can't check " + added.publicKey().algorithm().jsonName() + " keys";
        };
    }

    private static @Nullable String objectionTo(SealerState state, TopicReplaced replaced) {
        if (!state.awaitsTopicReplaced()) {
            return "the ledger is in the topics that it names; nothing was replaced";
        }
        return replaced.topics().equals(state.actual())
                ? null
                : "it names " + replaced.topics() + ", but the ledger is in " + state.actual();
    }
}
