package io.sealstream.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import io.sealstream.client.TestLedger;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.limit.Limits;
import io.sealstream.gateway.proto.HealthCheckRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc.ImmutableLedgerBlockingStub;
import io.sealstream.gateway.submit.SubmitLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A gateway in this process, at a port of its own, and a client of gRPC that shares nothing with it. */
public final class TestGateway implements AutoCloseable {
    /** Long enough for any machine that runs tests. */
    public static final SubmitLimits PATIENT =
            new SubmitLimits(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(10), 1_000, 64 << 20);

    /** Gives up soon, and takes one at a time. */
    public static final SubmitLimits IMPATIENT =
            new SubmitLimits(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMillis(500), 1, 64 << 20);

    /** As {@link #IMPATIENT}, and forgets what it sent soon after. */
    private static final SubmitLimits HURRIED =
            new SubmitLimits(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofMillis(500), 1, 64 << 20);

    static final int MAX_CONNECTIONS = 100;

    /** Of each caller. */
    static final Limits ANY = new Limits(0, 1_000, 100);

    private final GatewayNode node;
    private final String scheme;
    private final UnaryOperator<NettyChannelBuilder> security;
    private final ManagedChannel channel;

    private TestGateway(GatewayNode node, String scheme, UnaryOperator<NettyChannelBuilder> security) {
        this.node = node;
        this.scheme = scheme;
        this.security = security;
        this.channel = connect();
    }

    /** A connection of its own, which its caller ends. */
    public ManagedChannel connect() {
        return security.apply(NettyChannelBuilder.forAddress("127.0.0.1", node.port()))
                .maxInboundMessageSize(16 << 20)
                .build();
    }

    public static TestGateway open(TestLedger ledger, Path stateDirectory) throws IOException {
        return open(ledger, stateDirectory, PATIENT);
    }

    /** @param logIn as which it comes to the brokers */
    static TestGateway open(TestLedger ledger, Map<String, String> logIn, Path stateDirectory) throws IOException {
        return open(config(ledger, logIn, stateDirectory, PATIENT, new CallerConfig(null, AccessList.OPEN, null, ANY)));
    }

    /** @param limits the number of those that may wait is that of those in flight too */
    public static TestGateway open(TestLedger ledger, Path stateDirectory, SubmitLimits limits) throws IOException {
        return open(config(ledger, stateDirectory, limits, new CallerConfig(null, AccessList.OPEN, null, ANY)));
    }

    /** One that gives up soon, and whose callers may ask for no more than {@code most}. */
    public static TestGateway open(TestLedger ledger, Path stateDirectory, Limits most) throws IOException {
        CallerConfig callers = new CallerConfig(null, AccessList.OPEN, null, most);
        return open(config(ledger, stateDirectory, HURRIED, callers));
    }

    private static TestGateway open(GatewayConfig config) throws IOException {
        return healthy(new TestGateway(
                GatewayNode.open(config, Clock.systemUTC()), "http", NettyChannelBuilder::usePlaintext));
    }

    /** One that {@code callers} has the files of {@code tls} for, and the client of these. */
    static TestGateway open(TestLedger ledger, Path stateDirectory, TestTls tls, CallerConfig callers)
            throws IOException {
        GatewayConfig config = config(ledger, stateDirectory, PATIENT, callers);
        return healthy(new TestGateway(
                GatewayNode.open(config, Clock.systemUTC()),
                "https",
                channel -> channel.sslContext(tls.of(tls.client()))));
    }

    private static TestGateway healthy(TestGateway gateway) {
        Awaitility.await()
                .until(() -> gateway.stub()
                        .healthCheck(HealthCheckRequest.getDefaultInstance())
                        .getHealthy());
        return gateway;
    }

    private static GatewayConfig config(
            TestLedger ledger, Path stateDirectory, SubmitLimits limits, CallerConfig callers) {
        return config(ledger, Map.of(), stateDirectory, limits, callers);
    }

    private static GatewayConfig config(
            TestLedger ledger,
            Map<String, String> logIn,
            Path stateDirectory,
            SubmitLimits limits,
            CallerConfig callers) {
        String servers = String.valueOf(ledger.topics().client().get("bootstrap.servers"));
        return new GatewayConfig(
                ledger.names(),
                new ConnectionSettings(servers, Duration.ofSeconds(30), logIn),
                stateDirectory,
                Listener.parse("127.0.0.1:0"),
                limits,
                limits.maxWaiting(),
                2 << 20,
                64,
                MAX_CONNECTIONS,
                SignatureSchemes.supported(),
                callers);
    }

    /** Has the ledger's root key register {@code key}; somebody must seal. */
    public static void register(TestLedger ledger, Ed25519SigningKey key) throws IOException {
        KeyAdded added = new KeyAdded(key.keyId(), key.publicKey(), KeyRole.PRODUCER, List.of());
        Event event = new Event(
                new EventId("add-" + key.keyId()),
                added.eventType(),
                System.currentTimeMillis(),
                0,
                Payload.inline(added.toPayload()),
                Metadata.EMPTY);
        try (LedgerClient client = ledger.client()) {
            SubmissionOutcome outcome = client.submit(new Certifier(client.ledgerId(), ledger.root()).certify(event))
                    .get();
            if (!(outcome instanceof SubmissionOutcome.Sealed)) {
                throw new IllegalStateException(outcome.toString());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public ManagedChannel channel() {
        return channel;
    }

    public ImmutableLedgerBlockingStub stub() {
        return ImmutableLedgerGrpc.newBlockingStub(channel);
    }

    public URI at(String path) {
        return URI.create(scheme + "://127.0.0.1:" + node.port() + path);
    }

    /** As SIGTERM does. */
    public void stop() {
        node.close();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        node.close();
    }
}
