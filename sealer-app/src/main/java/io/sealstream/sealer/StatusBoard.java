package io.sealstream.sealer;

import io.sealstream.topology.Degradation;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The status that health shows. Every change is logged; a fault, once shown, is only replaced by the stop. */
final class StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
    private final Consumer<SealerStatus> listener;
    private volatile SealerStatus status = new SealerStatus.Starting("reading the configuration");

    /** @param listener gets each change */
    StatusBoard(Consumer<SealerStatus> listener) {
        this.listener = listener;
    }

    SealerStatus status() {
        return status;
    }

    synchronized void show(SealerStatus next) {
        boolean latched = status instanceof SealerStatus.Degraded degraded
                && !degraded.degradation().clearsByItself()
                && !(next instanceof SealerStatus.Stopped);
        if (latched || next.equals(status)) {
            return;
        }
        status = next;
        listener.accept(next);
        switch (next) {
            case SealerStatus.Starting starting -> LOG.info("STARTING: {}", starting.what());
            case SealerStatus.Healthy healthy -> LOG.info("HEALTHY");
            case SealerStatus.Degraded(Degradation degradation) ->
                LOG.error("DEGRADED {}: {}", degradation.reason(), degradation.detail());
            case SealerStatus.Stopped stopped -> LOG.info("STOPPED");
        }
    }
}
