package io.sealstream.core.seal;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether the sealer's clock can be believed. Sealing with a wrong one would fix wrong times for ever, or pull every
 * later record's time up, so the sealer stops until the clock is right.
 */
public final class SealerClock {
    /** How far the clock may lag behind the last sealed record, and behind the broker's. */
    public static final Duration TOLERANCE = Duration.ofSeconds(5);

    private SealerClock() {}

    /**
     * Why the clock can't be believed.
     *
     * @param clearsAtMs what the clock must reach to be right again
     */
    public record Objection(String detail, long clearsAtMs) {}

    /** What is wrong with {@code nowMs}, or empty. */
    public static Optional<Objection> objection(LedgerHead head, long appendedAtMs, long nowMs) {
        return behind("the last sealed record", head.sealedAtMs(), nowMs)
                .or(() -> behind("the broker's append time", appendedAtMs, nowMs));
    }

    private static Optional<Objection> behind(String what, long thenMs, long nowMs) {
        if (thenMs - nowMs <= TOLERANCE.toMillis()) {
            return Optional.empty();
        }
        String detail = "the clock says " + nowMs + ", which is " + (thenMs - nowMs) + " ms behind " + what + " ("
                + thenMs + "); set the clock of this host right";
        return Optional.of(new Objection(detail, thenMs - TOLERANCE.toMillis()));
    }
}
