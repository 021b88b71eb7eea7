package io.sealstream.gateway.limit;

import io.sealstream.gateway.access.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How often each caller calls. */
public final class CallRates {
    /** So many callers are remembered, whether they are silent or not. */
    private static final int MANY = 10_000;

    private final int rate;
    private final LongSupplier nanos;
    private final Map<Caller, TokenBucket> buckets = new ConcurrentHashMap<>();
    private volatile int tooMany = MANY;

    /**
     * @param rate of each caller, in a second; 0 for any
     * @param nanos as System.nanoTime()
     */
    public CallRates(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    /** Counts a call; what it is too much of, or empty where it may be answered. */
    public Optional<Excess> excess(Caller caller) {
        if (rate == 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        forgetTheSilent(now);
        return buckets.computeIfAbsent(caller, first -> new TokenBucket(rate, now))
                        .take(now)
                ? Optional.empty()
                : Optional.of(new Excess(
                        "RATE_LIMITED",
                        "more than " + rate + " calls and events a second come from " + caller.name()
                                + "; nothing was sent, try again after a second"));
    }

    private void forgetTheSilent(long now) {
        if (buckets.size() >= tooMany) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
            tooMany = Math.max(MANY, 2 * buckets.size()); // no look at all of them for each call
        }
    }

    int known() {
        return buckets.size();
    }
}
