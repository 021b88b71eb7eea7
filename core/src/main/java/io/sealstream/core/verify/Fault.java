package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is broken, and the evidence. It quotes what stands in the ledger, which may be of any length: of a text over
 * 500 characters only the beginning and the end are kept, so that many faults stay small.
 *
 * @param sequence where, or null where the fault belongs to no sequence
 * @param offset the record's offset or line as the reader gave it; for faults of the intake, the intake's offset; null
 *     where the fault is of no single record
 * @param expected what the rule asks for, to be read by people: hex, a number, a time in milliseconds
 * @param actual what is there instead, likewise
 * @param detail one sentence
 */
public record Fault(
        FaultKind kind,
        @Nullable Sequence sequence,
        @Nullable Long offset,
        @Nullable String expected,
        @Nullable String actual,
        String detail) {
    private static final int MAX_TEXT = 500;
    private static final int MAX_END = 100;
    private static final String CUT = " ... ";

    public Fault {
        expected = expected == null ? null : cut(expected);
        actual = actual == null ? null : cut(actual);
        detail = cut(detail);
    }

    /** A fault at no sequence. */
    static Fault ofLedger(FaultKind kind, @Nullable String expected, @Nullable String actual, String detail) {
        return new Fault(kind, null, null, expected, actual, detail);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT
                ? text
                : text.substring(0, MAX_TEXT - MAX_END - CUT.length()) + CUT + text.substring(text.length() - MAX_END);
    }
}
