package io.sealstream.verifier.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes pieces from one thread to another, in order. It holds no more than its limits and one piece: whoever puts waits
 * until there is room. An interrupt ends no waiting, and is still there behind it.
 *
 * @param <T> a piece
 */
final class Conveyor<T> {
    private final int maxPieces;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Loaded<T>> pieces = new ArrayDeque<>();
    private long bytes;
    private State state = State.MOVING;

    private enum State {
        MOVING,
        ENDED,
        ABANDONED
    }

    private record Loaded<T>(T piece, long bytes) {}

    Conveyor(int maxPieces, long maxBytes) {
        this.maxPieces = maxPieces;
        this.maxBytes = maxBytes;
    }

    /**
     * Does nothing where it was abandoned.
     *
     * @param size what the piece holds on to, in bytes
     */
    void put(T piece, long size) {
        lock.lock();
        try {
            while (state == State.MOVING && isFull()) {
                changed.awaitUninterruptibly();
            }
            if (state == State.MOVING) {
                pieces.add(new Loaded<>(piece, size));
                bytes += size;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The oldest piece; waits for it. Empty behind the last. */
    Optional<T> take() {
        lock.lock();
        try {
            while (state == State.MOVING && pieces.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            Loaded<T> oldest = pieces.poll();
            if (oldest == null) {
                return Optional.empty();
            }
            bytes -= oldest.bytes();
            changed.signalAll();
            return Optional.of(oldest.piece());
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes; what is on it is still taken. */
    void end() {
        change(State.ENDED);
    }

    /** Nothing more comes, and what is on it is left. */
    void abandon() {
        change(State.ABANDONED);
    }

    boolean isAbandoned() {
        lock.lock();
        try {
            return state == State.ABANDONED;
        } finally {
            lock.unlock();
        }
    }

    private void change(State next) {
        lock.lock();
        try {
            if (next == State.ABANDONED) {
                pieces.clear();
            }
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return pieces.size() >= maxPieces || bytes >= maxBytes;
    }
}
