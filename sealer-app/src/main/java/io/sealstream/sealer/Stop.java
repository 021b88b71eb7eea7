package io.sealstream.sealer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The operator's word that the sealer is to end: it breaks off what waits for the brokers, and from then on all that is
 * closed shares one limit, whether the brokers answer or not.
 */
final class Stop {
    /** Of the 10 s in which a sealer ends; the rest is for the process around it. */
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final CountDownLatch requested = new CountDownLatch(1);
    private Runnable told = () -> {};
    private long requestedNanos;
    private @Nullable Thread asking;

    /** Something that only the brokers can answer. */
    interface Question<T, E extends Exception> {
        T ask() throws E;
    }

    synchronized void request() {
        if (isRequested()) {
            return;
        }
        requestedNanos = System.nanoTime();
        requested.countDown();
        if (asking != null) {
            asking.interrupt();
        }
        told.run();
    }

    /** Calls the one {@code listener} on the thread that requests the stop; at once where it was requested already. */
    synchronized void onRequest(Runnable listener) {
        told = listener;
        if (isRequested()) {
            told.run();
        }
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    void await() throws InterruptedException {
        requested.await();
    }

    /** Waits for the stop, at most so long. */
    void await(Duration limit) throws InterruptedException {
        boolean unused = requested.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is left of the time in which everything has to be closed; never negative. */
    synchronized Duration left() {
        if (!isRequested()) {
            return LIMIT;
        }
        Duration left = LIMIT.minusNanos(System.nanoTime() - requestedNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Asks on this thread, until the stop breaks it off.
     *
     * @throws InterruptException where it did
     */
    <T, E extends Exception> T ask(Question<T, E> question) throws E {
        begin();
        try {
            return question.ask();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        asking = Thread.currentThread();
        if (isRequested()) {
            asking.interrupt();
        }
    }

    /** The interrupt was for the question alone: what closes behind it waits again. */
    private synchronized void end() {
        asking = null;
        if (isRequested()) {
            boolean unused = Thread.interrupted();
        }
    }
}
