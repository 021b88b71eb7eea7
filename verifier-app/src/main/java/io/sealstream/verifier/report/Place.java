package io.sealstream.verifier.report;

import io.sealstream.command.OneLine;
import io.sealstream.core.verify.Fault;
import org.jspecify.annotations.Nullable;

/** Where a fault is, in words. */
final class Place {
    private Place() {}

    /**
     * As in {@code sequence 16, offset 19}; empty where it is of the ledger as a whole.
     *
     * @param unit what a record's place is called here: offset or line
     */
    static String of(Fault fault, String unit) {
        String sequence = fault.sequence() == null ? "" : "sequence " + fault.sequence();
        if (fault.offset() == null) {
            return sequence;
        }
        return sequence + (sequence.isEmpty() ? "intake offset " : ", " + unit + " ") + fault.offset();
    }

    /** The same with what is wrong, and the evidence, on one line. */
    static String withEvidence(Fault fault, String unit) {
        String place = of(fault, unit);
        String line = (place.isEmpty() ? "" : "at " + place + ": ") + fault.detail();
        return OneLine.of(line + evidence("expected", fault.expected()) + evidence("found", fault.actual()));
    }

    private static String evidence(String label, @Nullable String value) {
        return value == null ? "" : "; " + label + " " + value;
    }
}
