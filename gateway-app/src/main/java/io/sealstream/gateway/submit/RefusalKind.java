package io.sealstream.gateway.submit;

import io.sealstream.core.seal.RejectReason;

/** What a refusal means to whoever submitted. */
public enum RefusalKind {
    /** A field breaks a rule: the same event is refused again. */
    INVALID,
    /** Another event has this event id. */
    CONFLICT,
    /** It was not sealed in time, and this attempt never will be. It may be sent again. */
    EXPIRED,
    /** The time is over until which its producer let it be sealed: it never will be. */
    OUTDATED,
    /** The certificate is missing, or is not one that this ledger takes, or its sender has no grant for it. */
    NOT_PERMITTED,
    /** The ledger's policy does not allow it, or wants somebody to look at it first. */
    REJECTED,
    /** Its sender submits more than one may; nothing was sent. It may be sent again, after a pause. */
    LIMITED,
    /** Too much waits here; nothing was sent. It may be sent again, after a pause. */
    QUEUE_FULL,
    /** The ledger is at fault, or can't be written to; nothing was sent, and somebody has to look. */
    DEGRADED,
    /** This gateway starts or stops; nothing was sent. It may be sent again. */
    NOT_READY,
    /** Nobody can say yet: to send the same event again is safe, and finds out. */
    UNKNOWN;

    /** Of a rejection by the sealer. A duplicate is none. */
    static RefusalKind of(RejectReason reason) {
        return switch (reason) {
            case MALFORMED, INVALID, TOO_LARGE -> INVALID;
            case EVENT_ID_CONFLICT, DUPLICATE -> CONFLICT;
            case EXPIRED -> EXPIRED;
            case CERTIFICATE_MISSING, KEY_UNKNOWN, KEY_REVOKED, KEY_NOT_AUTHORIZED, SIGNATURE_INVALID -> NOT_PERMITTED;
            case QUARANTINED, POLICY_REJECTED, OTHER -> REJECTED;
        };
    }

    /** Whether the same event may be sent again, with hope of another answer. */
    public boolean isRetriable() {
        return switch (this) {
            case EXPIRED, LIMITED, QUEUE_FULL, NOT_READY, UNKNOWN -> true;
            case INVALID, CONFLICT, OUTDATED, NOT_PERMITTED, REJECTED, DEGRADED -> false;
        };
    }
}
