package io.sealstream.core.verify;

import io.sealstream.core.event.Payload;

/** An inline payload is there, and is the one that was committed to. */
final class PayloadCheck {
    private PayloadCheck() {}

    static void check(ReadEvent event, RecordFaults faults) {
        Payload payload = event.event().payload();
        if (payload.isReference()) {
            return;
        }
        var inline = payload.inline();
        if (inline == null) {
            faults.add(FaultKind.PAYLOAD_MISSING, "payload_ref is empty, so the payload must be in the record");
            return;
        }
        var commitment = event.payloadCommitment();
        if (commitment != null && !commitment.equals(payload.commitment())) {
            faults.add(
                    FaultKind.PAYLOAD_MISMATCH,
                    payload.commitment(),
                    commitment,
                    "the payload gives another commitment than payload_commitment");
        } else if (payload.length() != inline.length()) {
            faults.add(
                    FaultKind.PAYLOAD_MISMATCH,
                    payload.length() + " bytes",
                    inline.length() + " bytes",
                    "the payload has another length than payload_length");
        }
    }
}
