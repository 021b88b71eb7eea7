package io.sealstream.core.verify;

import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.IntakePosition;
import org.jspecify.annotations.Nullable;

/** The intake position is one that such a record can have, and rises. */
final class IntakeCheck {
    private IntakeCheck() {}

    static void check(ReadEvent event, @Nullable LastRecord before, RecordFaults faults) {
        IntakePosition position = event.sealed().intake();
        if (event.isOf(Genesis.TYPE) || event.isOf(PolicyNoted.TYPE)) {
            if (!position.equals(IntakePosition.NONE)) {
                faults.add(
                        FaultKind.INTAKE_INVALID,
                        IntakePosition.NONE,
                        position,
                        "the ledger itself wrote this event, it never was in the intake");
            }
        } else if (!position.isInIntake()) {
            faults.add(
                    FaultKind.INTAKE_INVALID,
                    "0/0 or above",
                    position,
                    "this is no position of a record of the intake");
        }
        if (before != null && !event.isOf(TopicReplaced.TYPE)) {
            rises(position, before, faults);
        }
    }

    private static void rises(IntakePosition position, LastRecord before, RecordFaults faults) {
        if (position.offset() >= 0 && position.offset() <= before.intakeOffset()) {
            faults.add(
                    FaultKind.INTAKE_REGRESSION,
                    "above " + before.intakeOffset(),
                    position.offset(),
                    "intake_offset does not rise");
        }
    }
}
