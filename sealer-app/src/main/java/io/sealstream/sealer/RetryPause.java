package io.sealstream.sealer;

import java.time.Duration;

/** How long to wait before the next try: longer each time, and short again once a try has lasted. */
final class RetryPause {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = FIRST;

    /** @param lasted how long the last try did */
    Duration after(Duration lasted) {
        boolean wasLong = lasted.compareTo(LONGEST) > 0;
        Duration doubled = next.multipliedBy(2);
        next = wasLong ? FIRST : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return next;
    }
}
