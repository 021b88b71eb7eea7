package io.sealstream.sealer;

import io.sealstream.topology.Degradation;

/** What the sealer is doing. */
sealed interface SealerStatus {
    /** @param what it is busy with, for people */
    record Starting(String what) implements SealerStatus {}

    /** Sealing, or standing by while another instance seals. */
    record Healthy() implements SealerStatus {}

    /** Refusing to seal, and staying up to say why. */
    record Degraded(Degradation degradation) implements SealerStatus {}

    record Stopped() implements SealerStatus {}

    default String name() {
        return switch (this) {
            case Starting starting -> "STARTING";
            case Healthy healthy -> "HEALTHY";
            case Degraded degraded -> "DEGRADED";
            case Stopped stopped -> "STOPPED";
        };
    }
}
