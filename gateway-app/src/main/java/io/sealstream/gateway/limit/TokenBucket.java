package io.sealstream.gateway.limit;

import java.util.concurrent.TimeUnit;

/** So many a second, and a second's worth at once after a pause. */
final class TokenBucket {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int rate;
    private double tokens;
    private long filledNanos;

    TokenBucket(int rate, long nowNanos) {
        this.rate = rate;
        this.tokens = rate;
        this.filledNanos = nowNanos;
    }

    /** @return false where there is none left now */
    synchronized boolean take(long nowNanos) {
        fill(nowNanos);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Whether it is as a new one would be. */
    synchronized boolean isFull(long nowNanos) {
        fill(nowNanos);
        return tokens >= rate;
    }

    private void fill(long nowNanos) {
        long passed = Math.max(0, nowNanos - filledNanos); // two threads may have looked at the clock in another order
        tokens = Math.min(rate, tokens + passed / NANOS * rate);
        filledNanos += passed;
    }
}
