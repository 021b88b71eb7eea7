package io.sealstream.core.verify;

import org.jspecify.annotations.Nullable;

/** sealed_at never falls, and keeps the event's own limit. */
final class TimeCheck {
    private TimeCheck() {}

    static void check(ReadEvent event, @Nullable LastRecord before, RecordFaults faults) {
        long sealedAtMs = event.sealed().sealedAtMs();
        if (before != null && sealedAtMs < before.sealedAtMs()) {
            faults.add(
                    FaultKind.TIME_REGRESSION,
                    "at least " + before.sealedAtMs(),
                    sealedAtMs,
                    "sealed_at is earlier than that of the record before");
        }
        long sealBeforeMs = event.event().sealBeforeMs();
        if (sealBeforeMs != 0 && sealedAtMs > sealBeforeMs) {
            faults.add(
                    FaultKind.SEALED_AFTER_DEADLINE,
                    "at most " + sealBeforeMs,
                    sealedAtMs,
                    "sealed_at is later than the event's seal_before");
        }
    }
}
