package io.sealstream.gateway.read;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.gateway.health.GatewayStatus;

/** Where a stream's records go. Called on the stream's executor alone. */
public interface RecordSink {
    /** Whether it takes another record now. Where it does not, whoever made the stream pumps it once it does. */
    boolean isReady();

    void next(SealedEvent record);

    /** All is there that was asked for. */
    void complete();

    /**
     * No more will come from this gateway.
     *
     * @param why it is degraded, or stops
     * @param next the sequence to ask for after that
     */
    void interrupted(GatewayStatus why, Sequence next);
}
