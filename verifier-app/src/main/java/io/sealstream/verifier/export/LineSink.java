package io.sealstream.verifier.export;

import java.io.IOException;

/** Where an export goes. */
public interface LineSink extends AutoCloseable {
    /** How many lines an earlier export has left there. They are compared, and not written again. */
    long linesBefore();

    /** The last of {@link #linesBefore}; empty where there is none. */
    String lastLineBefore();

    /** @param line without its end */
    void append(String line) throws IOException;

    /** When all lines are there. */
    void finish() throws IOException;

    /** Where it is, for messages. */
    String name();

    @Override
    void close() throws IOException;
}
