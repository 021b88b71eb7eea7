package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be said about a record without looking at the ledger: limits, field rules, reserved names. */
final class FieldCheck {
    private final SealingLimits limits;

    FieldCheck(SealingLimits limits) {
        this.limits = limits;
    }

    @Nullable
    Refusal check(IntakeRecord record, CertifiedEvent certified, Certification certification) {
        String tooLarge = limits.violation(certified).orElse(null);
        if (tooLarge != null) {
            return new Refusal(RejectReason.TOO_LARGE, tooLarge);
        }
        String violation = EventRules.violation(certified).orElse(null);
        if (violation == null) {
            violation = frame(record, certified.event());
        }
        if (violation == null) {
            violation = reservedOrMissing(certified, certification);
        }
        return violation == null ? null : Refusal.invalid(violation);
    }

    private static @Nullable String frame(IntakeRecord record, Event event) {
        if (!Objects.equals(record.key(), Bytes.utf8(event.eventId().value()))) {
            return "the record's key is not the event_id";
        }
        Bytes deadline = record.deadline();
        return deadline == null || deadline.length() == Long.BYTES
                ? null
                : "the header " + IntakeRecord.DEADLINE_HEADER + " has " + deadline.length() + " bytes, not 8";
    }

    private static @Nullable String reservedOrMissing(CertifiedEvent certified, Certification certification) {
        Event event = certified.event();
        if (event.eventId().isReserved()) {
            return "event_id \"" + event.eventId() + "\" has the prefix that is reserved for the ledger";
        }
        if (event.sealBeforeMs() < 0) {
            return "seal_before is " + event.sealBeforeMs() + ", which is negative";
        }
        Payload payload = event.payload();
        if (!payload.isReference() && payload.inline() == null) {
            return "there is neither a payload nor a payload_ref";
        }
        if (!payload.isConsistent()) {
            return "payload_length or payload_commitment is not that of the payload";
        }
        Certificate certificate = certified.certificate();
        boolean opaque = certificate != null && certificate.algorithm() == SignatureAlgorithm.OPAQUE;
        return opaque && certification == Certification.REQUIRED
                ? "an Opaque signature can't be checked, and this ledger requires certificates"
                : null;
    }
}
