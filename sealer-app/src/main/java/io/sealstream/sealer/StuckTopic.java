package io.sealstream.sealer;

import io.sealstream.reader.OpenTransaction;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose last stable offset has not moved for long: nobody reads what is committed behind it.
 *
 * @param heldFor as long as this sealer has seen it
 * @param transaction the oldest that is open there; null where it may not be seen, or has just ended
 */
record StuckTopic(
        String topic,
        long stableEnd,
        Duration heldFor,
        @Nullable OpenTransaction transaction) {
    /** One line for people. */
    String detail(String address, Instant now) {
        return "a transaction holds back " + topic + " at offset " + stableEnd + ", seen for " + heldFor.toSeconds()
                + " s: "
                + (transaction == null
                        ? "whose it is could not be seen; it takes Read on " + topic
                        : transaction.describe(address, now));
    }
}
