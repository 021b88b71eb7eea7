package io.sealstream.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far some long work is, on standard error: a bar on a terminal, a line every few seconds elsewhere, and a closing
 * line with count, seconds and rate. Safe to share between threads.
 */
public final class Progress implements AutoCloseable {
    /** A total that nobody knows. */
    public static final long UNKNOWN = -1;

    private final PrintWriter err;
    private final String task;
    private final ProgressDisplay display;
    private final LongAdder count = new LongAdder();
    private final long startNanos = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    Progress(PrintWriter err, String task, ProgressDisplay display) {
        this.err = err;
        this.task = task;
        this.display = display;
        long everyMs = display.interval().toMillis();
        var unused =
                timer.scheduleAtFixedRate(() -> display.show(count.sum()), everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    /**
     * @param task what is done, as in "Verifying"
     * @param total how many there will be, or {@link #UNKNOWN}
     */
    public static Progress start(PrintWriter err, String task, long total) {
        ProgressDisplay display = Terminal.isError()
                ? new ProgressOnTerminal(task, total)
                : new ProgressLines(err, task, total, ProgressLines.INTERVAL);
        return new Progress(err, task, display);
    }

    public void add(long done) {
        count.add(done);
    }

    /** Ends the display and says what was done. */
    @Override
    public void close() {
        timer.close();
        display.close();
        err.println(closingLine(task, count.sum(), Duration.ofNanos(System.nanoTime() - startNanos)));
    }

    static String closingLine(String task, long count, Duration taken) {
        double seconds = Math.max(taken.toNanos(), 1) / 1e9;
        return String.format(Locale.ROOT, "%s: %,d in %.1f s (%,.0f/s)", task, count, seconds, count / seconds);
    }
}
