package io.sealstream.verifier.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Work that runs ahead on a pool, and whose results are taken in the order in which it was given. Whoever gives it asks
 * {@link #isFull} each time, so that it never holds more than its limits and one piece. An interrupt does it no harm.
 *
 * @param <T> a result
 */
final class Window<T> {
    private final ForkJoinPool pool;
    private final int maxPieces;
    private final long maxBytes;
    private final Deque<Piece<T>> pieces = new ArrayDeque<>();
    private long bytes;

    private record Piece<T>(ForkJoinTask<T> task, long bytes) {}

    Window(ForkJoinPool pool, int maxPieces, long maxBytes) {
        this.pool = pool;
        this.maxPieces = maxPieces;
        this.maxBytes = maxBytes;
    }

    /** @param size what the work and its result hold on to, in bytes */
    void add(Callable<T> work, long size) {
        pieces.add(new Piece<>(pool.submit(work), size));
        bytes += size;
    }

    boolean isFull() {
        return pieces.size() >= maxPieces || bytes >= maxBytes;
    }

    /** What {@link #take} will let go of. */
    long oldestBytes() {
        return pieces.element().bytes();
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The oldest result; waits for it. What its work has thrown, is thrown. */
    T take() {
        Piece<T> oldest = pieces.remove();
        bytes -= oldest.bytes();
        return oldest.task().join();
    }
}
