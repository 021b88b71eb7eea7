package io.sealstream.soak;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What submitters were told so far, counted. Safe to share between threads. */
final class Tally {
    static final String SEALED = "sealed";
    static final String DUPLICATE = "duplicate";
    static final String UNKNOWN = "unknown";
    static final String UNKNOWN_SENT_AGAIN = "unknown, sent again";

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicLong newestSealMs = new AtomicLong();

    void count(String what) {
        counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    void sealedAt(Instant time) {
        count(SEALED);
        newestSealMs.accumulateAndGet(time.toEpochMilli(), Math::max);
    }

    /** Whether somebody was told of an event that was sealed after {@code moment}, by this machine's clock. */
    boolean hasSealAfter(Instant moment) {
        return newestSealMs.get() > moment.toEpochMilli();
    }

    int of(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
