package io.sealstream.gateway.grpc;

import com.linecorp.armeria.server.grpc.GrpcHealthCheckService;
import com.linecorp.armeria.server.healthcheck.SettableHealthChecker;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What gRPC's own health service says, looked at anew several times a second, until this is closed: those who watch it are
 * told of changes, which the gateway's status does not tell by itself.
 */
public final class ServingHealth implements AutoCloseable {
    private static final long INTERVAL_MS = 200;

    private final SettableHealthChecker checker = new SettableHealthChecker(false);
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("serving-health").daemon().factory());

    private ServingHealth() {}

    public static ServingHealth start(GatewayHealth health) {
        ServingHealth serving = new ServingHealth();
        var unused = serving.looks.scheduleWithFixedDelay(
                () -> serving.checker.setHealthy(health.get().isServing()), 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
        return serving;
    }

    GrpcHealthCheckService service() {
        return GrpcHealthCheckService.builder()
                .checkers(checker)
                .serviceCheckers(ImmutableLedgerGrpc.SERVICE_NAME, checker)
                .build();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
