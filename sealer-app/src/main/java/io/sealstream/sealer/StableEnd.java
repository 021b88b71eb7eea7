package io.sealstream.sealer;

import java.time.Duration;

/** How long the last stable offset of a topic has stood still before its end: an open transaction holds it. */
final class StableEnd {
    private boolean isHeld;
    private long offset;
    private long sinceNanos;

    /**
     * @param stable up to where readers of committed records see
     * @param end the high watermark, read behind {@code stable}
     * @param nowNanos as System.nanoTime
     * @return for how long it has been seen there; zero where nothing is held back
     */
    Duration heldFor(long stable, long end, long nowNanos) {
        if (stable >= end) {
            isHeld = false;
            return Duration.ZERO;
        }
        if (!isHeld || stable != offset) {
            isHeld = true;
            offset = stable;
            sinceNanos = nowNanos;
        }
        return Duration.ofNanos(nowNanos - sinceNanos);
    }
}
