package io.sealstream.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Does something at a fixed rate, however long it takes. What begins late is not put off: latencies count from when it was
 * due, so that one that is slow does not hide how long the next ones had to wait (coordinated omission).
 */
final class OpenLoop {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final long begunNanos;
    private final int rate;

    /** Time as {@link System#nanoTime} counts it. */
    interface Clock {
        Clock SYSTEM = new Clock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };

        long nanos();

        /** About as long: less is allowed. */
        void sleep(long nanos);
    }

    /** @param rate a second, from now on */
    OpenLoop(Clock clock, int rate) {
        this.clock = clock;
        this.begunNanos = clock.nanos();
        this.rate = rate;
    }

    /** When an action is due. The first is number 0. */
    long dueNanos(long number) {
        return begunNanos + number * SECOND / rate;
    }

    /** How long ago an action was due. */
    long lateNanos(long number) {
        return clock.nanos() - dueNanos(number);
    }

    /** @param action is given its number; on this thread */
    void run(long count, LongConsumer action) {
        for (long number = 0; number < count; number++) {
            for (long early = -lateNanos(number); early > 0; early = -lateNanos(number)) {
                clock.sleep(early);
            }
            action.accept(number);
        }
    }
}
