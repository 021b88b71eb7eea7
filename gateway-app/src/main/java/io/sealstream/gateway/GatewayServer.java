package io.sealstream.gateway;

import com.linecorp.armeria.common.grpc.GrpcMeterIdPrefixFunction;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServerTlsConfig;
import com.linecorp.armeria.server.docs.DocService;
import com.linecorp.armeria.server.grpc.GrpcService;
import com.linecorp.armeria.server.metric.MetricCollectingService;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.ClientAuth;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.gateway.grpc.GrpcEndpoint;
import io.sealstream.gateway.grpc.ServingHealth;
import io.sealstream.gateway.http.HttpRoutes;
import io.sealstream.gateway.http.ProblemErrors;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.tls.ReloadedTls;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The listener: gRPC, HTTP, documentation of both, health and metrics on one port. */
final class GatewayServer implements AutoCloseable {
    /** Beyond what a submission takes at most. */
    private static final Duration MARGIN = Duration.ofSeconds(5);
    /** Nothing has come for so long: whoever asked is answered. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** So that a gateway ends within the ten seconds that supervisors give. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(4);
    /** For calls that cross the word that the connection ends. */
    private static final Duration CONNECTION_DRAIN = Duration.ofMillis(200);

    /** At once, of one connection; clients keep what is more back. */
    private static final int MAX_CALLS = 2_048;

    private final Server server;
    private final ServingHealth health;

    private GatewayServer(Server server, ServingHealth health) {
        this.server = server;
        this.health = health;
    }

    /**
     * @param tls null where there is none
     * @throws CommandFailure where the address can't be listened at
     */
    static GatewayServer start(
            GatewayConfig config, @Nullable ReloadedTls tls, ServedLedger ledger, GatewayMetrics metrics) {
        ServingHealth health = ServingHealth.start(ledger.health());
        GrpcService grpc = GrpcEndpoint.of(ledger, health, config.maxMessageBytes(), config.streamWindow());
        ServerBuilder builder = listening(config.listener(), tls)
                .bossGroupFactory(AcceptorGroup::new)
                .childChannelPipelineCustomizer(GatewayServer::flushTogether)
                .disableServerHeader()
                .disableDateHeader()
                .meterRegistry(metrics.registry())
                .maxNumConnections(config.maxConnections())
                .http2MaxStreamsPerConnection(MAX_CALLS)
                .requestTimeout(config.limits().patience().plus(MARGIN))
                // A stream has no length; each message of gRPC and each body has a limit of its own.
                .maxRequestLength(0)
                .gracefulShutdownTimeout(QUIET, DRAIN_LIMIT)
                .connectionDrainDuration(CONNECTION_DRAIN)
                .errorHandler(new ProblemErrors())
                .service(
                        grpc,
                        GrpcEndpoint.streamsLast(grpc),
                        MetricCollectingService.newDecorator(GrpcMeterIdPrefixFunction.of("ledger.gateway.grpc")))
                .serviceUnder("/docs", DocService.builder().build());
        new HttpRoutes(ledger, metrics::scrape).addTo(builder, config.maxMessageBytes());
        Server server = builder.build();
        try {
            server.start().join();
        } catch (CompletionException e) {
            health.close();
            throw new CommandFailure(
                    ExitCode.ERROR,
                    GatewayConfig.LISTENER + "=" + config.listener() + " can't be listened on (" + e.getCause()
                            + "); choose another address",
                    e);
        }
        return new GatewayServer(server, health);
    }

    private static ServerBuilder listening(Listener listener, @Nullable ReloadedTls tls) {
        if (tls == null) {
            return Server.builder().http(listener.address());
        }
        ClientAuth clients = tls.asksClients() ? ClientAuth.REQUIRE : ClientAuth.NONE;
        return Server.builder()
                .https(listener.address())
                .tlsProvider(tls, ServerTlsConfig.builder().clientAuth(clients).build());
    }

    /** Answers that are ready at once leave in one packet: Armeria alone does so for those to what it reads just now. */
    private static void flushTogether(ChannelPipeline pipeline) {
        pipeline.replace(
                FlushConsolidationHandler.class,
                null,
                new FlushConsolidationHandler(FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
    }

    int port() {
        return server.activeLocalPort();
    }

    /** Waits for what is being answered. */
    @Override
    public void close() {
        server.stop().join();
        health.close();
    }
}
