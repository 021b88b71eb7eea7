package io.sealstream.gateway.submit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that sends, in the order of receipt: Kafka's producer can wait for its brokers, for which no thread that serves
 * callers may wait.
 */
final class SendQueue implements AutoCloseable {
    private final ThreadPoolExecutor thread;

    /** @param size how many may wait, at least 1 */
    SendQueue(int size) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(size),
                Thread.ofPlatform().name("submit").daemon().factory());
    }

    /** @return false where it is full, or closed */
    boolean offer(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    int waiting() {
        return thread.getQueue().size();
    }

    /** Sends what waits; nothing more is taken. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
