package io.sealstream.gateway.submit;

import io.sealstream.gateway.health.GatewayStatus;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the gateway takes submissions at all. */
final class Admittance {
    private final Supplier<GatewayStatus> status;

    Admittance(Supplier<GatewayStatus> status) {
        this.status = status;
    }

    /** Why it does not; empty where it does. */
    Optional<Answer.Refused> objection() {
        return switch (status.get()) {
            case GatewayStatus.Healthy healthy -> Optional.empty();
            case GatewayStatus.Starting starting -> Optional.of(refused(RefusalKind.NOT_READY, starting));
            case GatewayStatus.Stopping stopping -> Optional.of(refused(RefusalKind.NOT_READY, stopping));
            case GatewayStatus.Degraded degraded -> Optional.of(refused(RefusalKind.DEGRADED, degraded));
            case GatewayStatus.NotSealing idle -> Optional.of(refused(RefusalKind.DEGRADED, idle));
        };
    }

    private static Answer.Refused refused(RefusalKind kind, GatewayStatus status) {
        return new Answer.Refused(kind, status.name(), status.detail() + "; nothing was sent");
    }
}
