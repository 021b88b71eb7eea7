package io.sealstream.core.policy;

import java.util.Objects;

/**
 * What one rule says of one event.
 *
 * @param reason for people, and kept for ever where the event is sealed with a note; cut at {@link #MAX_REASON_LENGTH}
 *     characters, and what can't be shown, as control characters, replaced by U+FFFD, since it can quote what a producer
 *     wrote
 */
public record Judgement(AdmissionOutcome outcome, String reason) {
    public static final int MAX_REASON_LENGTH = 500;

    private static final Judgement ALLOWED = new Judgement(AdmissionOutcome.ALLOW, "");

    public Judgement {
        Objects.requireNonNull(outcome, "a judgement needs an outcome");
        reason = BoundedText.of(reason, MAX_REASON_LENGTH);
    }

    public static Judgement allow() {
        return ALLOWED;
    }

    public static Judgement warn(String reason) {
        return new Judgement(AdmissionOutcome.WARN, reason);
    }

    public static Judgement breakGlass(String reason) {
        return new Judgement(AdmissionOutcome.BREAK_GLASS, reason);
    }

    public static Judgement quarantine(String reason) {
        return new Judgement(AdmissionOutcome.QUARANTINE, reason);
    }

    public static Judgement reject(String reason) {
        return new Judgement(AdmissionOutcome.REJECT, reason);
    }
}
