package io.sealstream.follower;

import org.jspecify.annotations.Nullable;

/**
 * Where a follower is, for people and metrics.
 *
 * @param offset the next offset of {@code L.sealed} that it will read
 * @param stableEnd up to where records were committed when the follower started, or -1 while the broker has not told it yet
 * @param end the high watermark as it was then; behind {@code stableEnd} where a transaction was open
 * @param trouble what keeps it from going on, in one line, or null where nothing does; an outage stands here, it is no fault
 */
public record FollowerStatus(
        long offset, long stableEnd, long end, @Nullable String trouble) {
    /** Whether it has followed all that was committed at the start. */
    public boolean hasFollowedCommitted() {
        return stableEnd >= 0 && offset >= stableEnd;
    }

    /** Whether it has passed the end as it was at the start. */
    public boolean isCaughtUp() {
        return end >= 0 && offset >= end;
    }
}
