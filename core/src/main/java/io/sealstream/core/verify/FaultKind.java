package io.sealstream.core.verify;

/** The ways in which a ledger can be broken, docs/format.md section 5. Each makes it TAMPERED. */
public enum FaultKind {
    PREFIX_MISSING("the ledger does not begin at sequence 0"),
    GENESIS_INVALID("sequence 0 is no genesis that the format allows, or there is another one"),
    SEQUENCE_GAP("records are missing"),
    SEQUENCE_DUPLICATE("the sequence is that of the record before"),
    SEQUENCE_REGRESSION("the sequence is below that of the record before"),
    CHAIN_BROKEN("previous_hash is not the event_hash of the record before"),
    EVENT_HASH_MISMATCH("event_hash is not the hash of what the record holds"),
    PAYLOAD_MISMATCH("the payload is not the one that was committed to"),
    PAYLOAD_MISSING("the payload should be in the record and is not"),
    INVALID("a field breaks its rule"),
    TIME_REGRESSION("sealed_at is before that of the record before"),
    INTAKE_INVALID("the intake position is none that such a record can have"),
    INTAKE_REGRESSION("intake_offset does not rise"),
    SEALED_AFTER_DEADLINE("the event was sealed after its seal_before"),
    DUPLICATE_EVENT_ID("the event_id occurred before"),
    CERTIFICATE_MISSING("there is no certificate where one is required"),
    KEY_UNKNOWN("the certificate names a key that was not registered at that sequence"),
    KEY_REVOKED("the certificate names a key that had been revoked"),
    KEY_NOT_AUTHORIZED("the key may not certify such an event"),
    SIGNATURE_INVALID("the certificate's signature does not verify"),
    CONTROL_INVALID("the control event is none that the ledger allows"),
    KEY_REUSED("the control event adds a key id or public key that the ledger has had before"),
    MALFORMED("the record cannot be decoded"),
    KEY_MISMATCH("the key of the Kafka record is not the sequence"),
    TIMESTAMP_MISMATCH("the timestamp of the Kafka record is not sealed_at"),
    TOMBSTONE("the record was deleted"),
    TOPIC_REPLACED("the topic is not the one that the ledger names"),
    CHECKPOINT_TRUNCATED("the ledger ends before a trusted checkpoint"),
    CHECKPOINT_MISMATCH("the ledger is not the one that a trusted checkpoint is of"),
    INTAKE_UNSEALED("an intake record was neither sealed nor rejected"),
    INTAKE_OUTCOME_TWICE("an intake record was sealed or rejected more than once");

    private final String description;

    FaultKind(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
