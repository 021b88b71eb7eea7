package io.sealstream.verifier;

import io.sealstream.core.verify.Fault;
import io.sealstream.verifier.report.JsonLines;
import io.sealstream.verifier.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells of a run while it goes on: a status line at its start and then every second, whether there is progress or not, and a
 * line for each fault when it is found, so that none is kept in memory.
 */
final class LiveLines implements RunListener, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ReportSink sink;
    private final long begunNanos = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("status").factory());
    private long records;
    private long faults;

    LiveLines(ReportSink sink) {
        this.sink = sink;
        tellStatus();
        long everyMs = INTERVAL.toMillis();
        var unused = timer.scheduleAtFixedRate(this::tellStatus, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void judged(int more, List<Fault> found) {
        records += more;
        faults += found.size();
        found.forEach(fault -> sink.append(JsonLines.fault(fault)));
    }

    /** When this returns nothing more is told. */
    @Override
    public void close() {
        timer.close();
    }

    private synchronized void tellStatus() {
        sink.append(JsonLines.status(records, faults, Duration.ofNanos(System.nanoTime() - begunNanos)));
    }
}
