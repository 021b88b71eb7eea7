package io.sealstream.benchmarks;

import java.time.Duration;

/** Does the same over and over, and counts. */
final class Steady {
    private Steady() {}

    /** Something that is done, and can fail. */
    @FunctionalInterface
    interface Work {
        /** @return how much was done */
        int run() throws Exception;
    }

    /** How much is done in a second, on one thread; measured for {@code time}, behind a warm-up of a quarter of it. */
    static double perSecond(Duration time, Work work) throws Exception {
        double unused = measured(time.dividedBy(4), work);
        return measured(time, work);
    }

    private static double measured(Duration time, Work work) throws Exception {
        long begunNanos = System.nanoTime();
        long nowNanos = begunNanos;
        long done = 0;
        while (nowNanos - begunNanos < time.toNanos()) {
            done += work.run();
            nowNanos = System.nanoTime();
        }
        return done * 1e9 / (nowNanos - begunNanos);
    }
}
