package io.sealstream.verifier;

import io.sealstream.command.ExitCode;
import io.sealstream.verifier.run.Stop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets SIGTERM and Ctrl-C end a verification with a report of what was seen until then, and with its exit code. The JVM runs
 * the hook, and waits for it; a JVM that ends by a signal has that signal's exit code, unless it is told otherwise.
 */
final class StopOnSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stop stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::end);
    private volatile @Nullable ExitCode code;

    StopOnSignal(Stop stop) {
        this.stop = stop;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** When the report is delivered. */
    ExitCode endWith(ExitCode verdict) {
        code = verdict;
        return verdict;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, which is what the hook is for.
        }
    }

    private void end() {
        stop.ask();
        try {
            ExitCode delivered = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? code : null;
            if (delivered != null) {
                Runtime.getRuntime().halt(delivered.number());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
