package io.sealstream.verifier.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look found.
 *
 * @param check what was looked at: listeners, topics, and so on
 * @param detail one line: what is there, or why nobody looked
 * @param fix one line: a command to copy, or what to change where; null where nothing is wrong
 */
public record Diagnosis(
        String check,
        Status status,
        String detail,
        @Nullable String fix) {
    static Diagnosis ok(String check, String detail) {
        return new Diagnosis(check, Status.OK, detail, null);
    }

    static Diagnosis warn(String check, String detail, String fix) {
        return new Diagnosis(check, Status.WARN, detail, fix);
    }

    static Diagnosis fail(String check, String detail, String fix) {
        return new Diagnosis(check, Status.FAIL, detail, fix);
    }

    static Diagnosis skip(String check, String why) {
        return new Diagnosis(check, Status.SKIP, why, null);
    }
}
