package io.sealstream.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line every few seconds, for logs and pipes. */
record ProgressLines(PrintWriter err, String task, long total, Duration interval) implements ProgressDisplay {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    @Override
    public void show(long count) {
        err.println(
                total <= 0
                        ? String.format(Locale.ROOT, "%s: %,d", task, count)
                        : String.format(Locale.ROOT, "%s: %,d of %,d (%d%%)", task, count, total, 100 * count / total));
    }

    @Override
    public void close() {}
}
