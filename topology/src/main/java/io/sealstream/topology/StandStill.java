package io.sealstream.topology;

import io.sealstream.core.Sequence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * For how long the follower has stood still with something before it. Nothing is open for longer than a commit takes, so
 * what was forwarded and is not followed after that is committed.
 */
final class StandStill {
    /**
     * What one look adds at most. Where nobody looked for longer, it was the stream thread that stood still, in a commit or
     * with the whole machine. No less than from one idle check to the next.
     */
    static final Duration LONGEST_STEP = Duration.ofSeconds(5);

    private @Nullable Sequence at;
    private long lookedNanos;
    private long stillNanos;

    /**
     * @param isBehind whether the follower has something before it
     * @param nowNanos as System.nanoTime
     */
    Duration of(Sequence followed, boolean isBehind, long nowNanos) {
        if (isBehind && followed.equals(at)) {
            stillNanos += Math.min(nowNanos - lookedNanos, LONGEST_STEP.toNanos());
        } else {
            stillNanos = 0;
        }
        at = followed;
        lookedNanos = nowNanos;
        return Duration.ofNanos(stillNanos);
    }
}
