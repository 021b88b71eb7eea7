package io.sealstream.gateway.submit;

import java.time.Duration;

/**
 * How a gateway submits.
 *
 * @param deadline of a submission that names none, from when it is received until it must be sealed
 * @param maxDeadline that a submission may name
 * @param outcomeTimeout how much longer than its deadline a submission waits for its outcome
 * @param maxWaiting submissions that wait to be sent; more are refused
 * @param maxBytes of events that have no outcome yet; more are refused
 */
public record SubmitLimits(
        Duration deadline, Duration maxDeadline, Duration outcomeTimeout, int maxWaiting, long maxBytes) {
    /** After this, nobody waits for any outcome. */
    public Duration patience() {
        return maxDeadline.plus(outcomeTimeout);
    }
}
