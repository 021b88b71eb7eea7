package io.sealstream.follower;

import org.jspecify.annotations.Nullable;

/**
 * Where a follower is, for people and metrics.
 *
 * @param offset the next offset of {@code L.sealed} that it will read
 * @param end the high watermark as it was when the follower started, or -1 while the broker has not told it yet
 * @param trouble what keeps it from going on, in one line, or null where nothing does; an outage stands here, it is no fault
 */
public record FollowerStatus(
        long offset, long end, @Nullable String trouble) {
    /** Whether it has passed the end as it was at the start. */
    public boolean isCaughtUp() {
        return end >= 0 && offset >= end;
    }
}
