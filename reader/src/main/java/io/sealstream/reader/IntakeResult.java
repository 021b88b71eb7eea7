package io.sealstream.reader;

/** Whether the intake could be read for its audit. What the audit found is the audit's to tell. */
public sealed interface IntakeResult {
    /** All of it, and all outcomes. */
    record Complete() implements IntakeResult {}

    /**
     * @param reason one line: how far it came and why no further, or which topic is gone; what the audit says of it then is
     *     worth nothing
     */
    record Incomplete(String reason) implements IntakeResult {}

    /** @param reason one line: which topic may not be read */
    record NotChecked(String reason) implements IntakeResult {}
}
