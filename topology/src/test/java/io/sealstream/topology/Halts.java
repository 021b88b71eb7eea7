package io.sealstream.topology;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why a topology stopped; Streams wraps what a processor throws. */
final class Halts {
    private Halts() {}

    static Degradation degradationOf(ThrowingCallable action) {
        return causeOf(action, SealingHaltedException.class).degradation();
    }

    /** Why it stops where it meets the same again; the first time it can be a hand-over. */
    static Degradation degradationAtSecondLook(ThrowingCallable action) {
        StaleHeadException unused = causeOf(action, StaleHeadException.class);
        return degradationOf(action);
    }

    static <T extends Throwable> T causeOf(ThrowingCallable action, Class<T> type) {
        Throwable thrown = catchThrowable(action);
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
        }
        throw new AssertionError("no " + type.getSimpleName(), thrown);
    }
}
