package io.sealstream.core.seal;

/** Why an intake record was not sealed. Names that are also faults mean the same there. */
public enum RejectReason {
    /** The bytes are no CertifiedEvent, or key or value is missing. */
    MALFORMED,
    /** A field breaks a rule, or the ledger would be at fault if it were sealed. */
    INVALID,
    /** Within the format, over what this sealer takes. */
    TOO_LARGE,
    /** The same event was sealed before: a success for whoever retried. */
    DUPLICATE,
    /** Another event was sealed under this id. */
    EVENT_ID_CONFLICT,
    /** Its deadline has passed. */
    EXPIRED,
    CERTIFICATE_MISSING,
    KEY_UNKNOWN,
    KEY_REVOKED,
    KEY_NOT_AUTHORIZED,
    SIGNATURE_INVALID,
    /** The admission policy wants somebody to look at it, who can submit it again. */
    QUARANTINED,
    /** The admission policy does not allow it. */
    POLICY_REJECTED,
    /** One that this version does not know: a newer sealer gave it. This one never does. */
    OTHER
}
