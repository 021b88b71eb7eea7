package io.sealstream.sealer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sealstream.topology.Degradation;
import io.sealstream.topology.Degradation.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Counts what a sealer finds when it looks at its ledger. */
final class StatusMetrics {
    /** What shows that something was changed, or is gone. Not FOREIGN_RECORD, which is never shown by itself. */
    private static final Set<Reason> CORRUPTION =
            EnumSet.of(Reason.TAMPERED, Reason.TOPIC_LOST, Reason.HEAD_LOST, Reason.HEAD_MISMATCH, Reason.INTAKE_LOST);

    private final Map<Reason, Counter> corruption = new EnumMap<>(Reason.class);
    private final Counter passed;
    private final Counter failed;

    StatusMetrics(MeterRegistry registry) {
        for (Reason reason : CORRUPTION) {
            corruption.put(
                    reason,
                    Counter.builder("ledger.corruption.detections")
                            .description("How often this node found that records were changed, or something is gone.")
                            .tag("reason", reason.name())
                            .register(registry));
        }
        passed = checks(registry, "passed");
        failed = checks(registry, "failed");
    }

    private static Counter checks(MeterRegistry registry, String result) {
        return Counter.builder("ledger.startup.checks")
                .description("Checks of the ledger before sealing began, by how they ended.")
                .tag("result", result)
                .register(registry);
    }

    /** The check before sealing has ended. */
    void checked(boolean isWhole) {
        (isWhole ? passed : failed).increment();
    }

    /** Another status is shown. */
    void changed(SealerStatus status) {
        if (status instanceof SealerStatus.Degraded(Degradation degradation)) {
            Counter counter = corruption.get(degradation.reason());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
