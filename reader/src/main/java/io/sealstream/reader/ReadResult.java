package io.sealstream.reader;

/** How reading ended. */
public sealed interface ReadResult {
    /** At the end that was fixed at the start. */
    record Complete() implements ReadResult {}

    /**
     * Before it. What was read until then was read; what it lacks nobody knows.
     *
     * @param reason one line: how far it came, how far it was to come, and why it did not
     */
    record Incomplete(String reason) implements ReadResult {}
}
