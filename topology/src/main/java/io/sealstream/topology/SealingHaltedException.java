package io.sealstream.topology;

import org.jspecify.annotations.Nullable;

/**
 * The processor refuses to go on. The transaction that it was in is aborted, so whatever it forwarded and did not commit
 * never was.
 */
public final class SealingHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Degradation degradation;

    SealingHaltedException(Degradation degradation) {
        this(degradation, null);
    }

    SealingHaltedException(Degradation degradation, @Nullable Throwable cause) {
        super(degradation.reason() + ": " + degradation.detail(), cause);
        this.degradation = degradation;
    }

    public Degradation degradation() {
        return degradation;
    }
}
