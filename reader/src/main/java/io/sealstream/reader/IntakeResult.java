package io.sealstream.reader;

/** Whether the intake could be read for its audit. What the audit found is the audit's to tell. */
public sealed interface IntakeResult {
    /**
     * All of it, and all outcomes.
     *
     * @param undecodable records of the rejected topic that could not be decoded, so that their intake records seem to
     *     have no outcome
     */
    record Complete(long undecodable) implements IntakeResult {}

    /** @param reason one line: how far it came, and why no further; what the audit says of it then is worth nothing */
    record Incomplete(String reason) implements IntakeResult {}

    /** @param reason one line: which topic is not there, or may not be read */
    record NotChecked(String reason) implements IntakeResult {}
}
