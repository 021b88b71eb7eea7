package io.sealstream.gateway.grpc;

import com.linecorp.armeria.server.grpc.GrpcHealthCheckService;
import com.linecorp.armeria.server.grpc.GrpcService;
import com.linecorp.armeria.server.healthcheck.HealthCheckStatus;
import com.linecorp.armeria.server.healthcheck.HealthChecker;
import com.linecorp.armeria.server.healthcheck.ListenableHealthChecker;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** All that speaks gRPC: the ledger's service, reflection, and gRPC's own health service. */
public final class GrpcEndpoint {
    private static final Duration HEALTH_CHECK = Duration.ofMillis(500);

    private GrpcEndpoint() {}

    /**
     * @param maxMessageBytes of a message that comes in
     * @param window events without an answer in one stream of SubmitEvents
     */
    public static GrpcService of(ServedLedger ledger, int maxMessageBytes, int window) {
        LedgerService service = new LedgerService(ledger, window);
        return GrpcService.builder()
                .addService(service)
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(healthService(ledger.health()))
                .maxRequestMessageLength(maxMessageBytes)
                .build();
    }

    private static GrpcHealthCheckService healthService(GatewayHealth health) {
        ListenableHealthChecker checker = HealthChecker.of(
                () -> CompletableFuture.completedFuture(
                        new HealthCheckStatus(health.get() instanceof GatewayStatus.Healthy, HEALTH_CHECK.toMillis())),
                HEALTH_CHECK);
        return GrpcHealthCheckService.builder()
                .checkers(checker)
                .serviceCheckers(ImmutableLedgerGrpc.SERVICE_NAME, checker)
                .build();
    }
}
