package io.sealstream.core.verify;

import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.EventRules;

/** The fields keep the rules of the format's section 2, and reserved names are used as it says. */
final class FieldCheck {
    private FieldCheck() {}

    static void check(ReadEvent event, RecordFaults faults) {
        EventRules.violation(event.sealed().certified())
                .ifPresent(violation -> faults.add(FaultKind.INVALID, violation));
        if (event.sealed().sealedAtMs() < 0) {
            faults.add(FaultKind.INVALID, "at least 0", event.sealed().sealedAtMs(), "sealed_at is negative");
        }
        if (event.control() instanceof ControlPayload.UnknownType unknown) {
            faults.add(FaultKind.INVALID, unknown.reason());
        }
        boolean mayHaveReservedId = event.isOf(Genesis.TYPE) || event.isOf(PolicyNoted.TYPE);
        if (event.event().eventId().isReserved() && !mayHaveReservedId) {
            faults.add(
                    FaultKind.INVALID,
                    "event_id \"" + event.event().eventId() + "\" is reserved for the genesis and policy notes");
        }
    }
}
