package io.sealstream.verifier.doctor;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;

/** Looks again for a while: what stands still for a moment may only be slow. */
record Waiting(Duration limit) {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** @return whether {@code settled} became true within the limit */
    boolean until(BooleanSupplier settled) {
        long begunNanos = System.nanoTime();
        while (!settled.getAsBoolean()) {
            if (System.nanoTime() - begunNanos > limit.toNanos()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
