package io.sealstream.reader;

import java.time.Duration;

/**
 * How long a reader waits.
 *
 * @param stall without any progress; also for the first answer of the cluster
 * @param overall for everything from the first record on
 */
public record Patience(Duration stall, Duration overall) {
    /** As long as every now and then there is progress. */
    public static Patience ofStall(Duration stall) {
        return new Patience(stall, Duration.ofDays(365));
    }
}
