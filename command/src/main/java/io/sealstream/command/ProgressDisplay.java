package io.sealstream.command;

import java.time.Duration;

/** Shows a count while it grows. */
interface ProgressDisplay {
    /** How often it wants to be told. */
    Duration interval();

    void show(long count);

    /** Ends it; nothing of it is written after this returns. */
    void close();
}
