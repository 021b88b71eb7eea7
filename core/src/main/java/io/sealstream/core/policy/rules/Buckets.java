package io.sealstream.core.policy.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A leaky bucket for each name, as the generic cell rate algorithm (ITU-T I.371) has it: all that is kept is when the
 * bucket will have run empty. Those that were used longest ago are forgotten.
 */
final class Buckets {
    static final int MAX_NAMES = 10_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long dropNanos;
    private final long roomNanos;
    private final Map<String, Long> emptyAtNanos = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /**
     * @param perSecond drops that run out in a second, 1 to 1,000,000
     * @param burst drops that an empty bucket takes at once, 1 to 1,000,000
     */
    Buckets(long perSecond, long burst) {
        this.dropNanos = NANOS_PER_SECOND / perSecond;
        this.roomNanos = burst * dropNanos;
    }

    /** Whether the bucket has room for one more; if so it is in it. */
    boolean take(String name, long nowMs) {
        long nowNanos = nowMs * NANOS_PER_MILLI;
        long emptyAt = Math.max(emptyAtNanos.getOrDefault(name, nowNanos), nowNanos) + dropNanos;
        if (emptyAt - nowNanos > roomNanos) {
            return false;
        }
        emptyAtNanos.put(name, emptyAt);
        return true;
    }

    int size() {
        return emptyAtNanos.size();
    }
}
