package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/** The first record is sequence 0, each is the one before plus 1, and links to its hash. */
final class OrderCheck {
    private OrderCheck() {}

    static void check(ReadEvent event, @Nullable LastRecord before, RecordFaults faults) {
        Sequence actual = event.sequence();
        Sequence expected = LastRecord.next(before);
        if (before == null) {
            if (!actual.isGenesis()) {
                faults.add(FaultKind.PREFIX_MISSING, expected, actual, "the first record is not sequence 0");
            }
        } else if (actual.equals(before.sequence())) {
            faults.add(FaultKind.SEQUENCE_DUPLICATE, expected, actual, "the record before has this sequence too");
        } else if (actual.compareTo(expected) < 0) {
            faults.add(
                    FaultKind.SEQUENCE_REGRESSION,
                    expected,
                    actual,
                    "the record before has the sequence " + before.sequence());
        } else if (actual.compareTo(expected) > 0) {
            faults.addAt(expected, FaultKind.SEQUENCE_GAP, expected, actual, missing(expected, actual));
        } else {
            link(event, before, faults);
        }
    }

    private static String missing(Sequence expected, Sequence actual) {
        long last = actual.value() - 1;
        return expected.value() == last
                ? "the record is missing"
                : "the records " + expected + " to " + last + " are missing";
    }

    private static void link(ReadEvent event, LastRecord before, RecordFaults faults) {
        Hash expected = before.eventHash();
        Hash actual = event.sealed().previousHash();
        if (expected != null && !expected.equals(actual)) {
            faults.add(
                    FaultKind.CHAIN_BROKEN,
                    expected,
                    actual,
                    "previous_hash is not the event_hash that the record before carries");
        }
    }
}
