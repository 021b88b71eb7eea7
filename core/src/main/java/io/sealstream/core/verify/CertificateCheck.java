package io.sealstream.core.verify;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Optional;

/**
 * The certificate is there, where one is required, and its key is known, not revoked, allowed: in this order, and only
 * the first objection is told. The signature comes last, see {@link SignatureCheck}.
 */
final class CertificateCheck {
    private final Notes notes;

    CertificateCheck(Notes notes) {
        this.notes = notes;
    }

    /** @return what is left to do, where there is a signature to look at */
    Optional<SignatureCheck> check(ReadEvent event, Governance governance, RecordFaults faults) {
        Certification certification = governance.certification();
        boolean isControl = event.event().eventType().isControl();
        boolean isNeverCertified = event.isOf(Genesis.TYPE) || event.isOf(PolicyNoted.TYPE);
        if (isNeverCertified || (certification == Certification.NONE && !isControl)) {
            return Optional.empty();
        }
        boolean isRequired = certification == Certification.REQUIRED;
        Certificate certificate = event.sealed().certificate();
        if (certificate == null) {
            if (isRequired || isControl) {
                faults.add(FaultKind.CERTIFICATE_MISSING, "the event has no certificate");
            }
            return Optional.empty();
        }
        boolean isOpaque = certificate.algorithm() == SignatureAlgorithm.OPAQUE;
        if (isOpaque && isRequired) {
            faults.add(FaultKind.INVALID, "an Opaque signature proves nothing, and this ledger requires certificates");
        } else if (isOpaque && !isControl) {
            notes.finding(FindingKind.OPAQUE_CERTIFICATE, event.sequence(), "the signature is of an unknown scheme");
            return Optional.empty();
        }
        Objection objection = isRequired || isControl ? faults::add : unverified(event);
        return checkKey(event, certificate, governance, objection);
    }

    private Objection unverified(ReadEvent event) {
        return (kind, detail) ->
                notes.finding(FindingKind.UNVERIFIED_CERTIFICATE, event.sequence(), kind + ": " + detail);
    }

    private static Optional<SignatureCheck> checkKey(
            ReadEvent event, Certificate certificate, Governance governance, Objection objection) {
        String name = "the key " + certificate.keyId();
        EventType type = event.event().eventType();
        RegisteredKey key = governance.keys().find(certificate.keyId()).orElse(null);
        if (key == null || !key.isKnownAt(event.sequence())) {
            objection.raise(FaultKind.KEY_UNKNOWN, name + " was not registered");
        } else if (key.isRevokedAt(event.sequence())) {
            objection.raise(FaultKind.KEY_REVOKED, name + " was revoked by sequence " + key.revokedBy());
        } else if (!key.mayCertify(type)) {
            objection.raise(FaultKind.KEY_NOT_AUTHORIZED, name + " may not certify the event_type \"" + type + '"');
        } else {
            return Optional.of(new SignatureCheck(
                    event.sealed().certified(), certificate, key.publicKey(), governance.ledgerId(), objection));
        }
        return Optional.empty();
    }
}
