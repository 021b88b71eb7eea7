package io.sealstream.gateway;

import io.sealstream.client.ClientSettings;
import io.sealstream.client.EventSigner;
import io.sealstream.client.LedgerClient;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.follower.Follower;
import io.sealstream.follower.FollowerConfig;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.follower.FollowerConfig.Start;
import io.sealstream.follower.StateDirectoryException;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.health.SealerWatch;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.limit.CallerLimits;
import io.sealstream.gateway.read.FollowedSignal;
import io.sealstream.gateway.read.LedgerReads;
import io.sealstream.gateway.read.RecordStreams;
import io.sealstream.gateway.submit.Submitter;
import io.sealstream.gateway.tls.ReloadedTls;
import io.sealstream.gateway.tls.TlsSettings;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway with all that it holds while it runs. */
final class GatewayNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayNode.class);

    private final GatewayServer server;
    private final Held held;

    private GatewayNode(GatewayServer server, Held held) {
        this.server = server;
        this.held = held;
    }

    /**
     * Looks at the ledger, takes the state directory, begins to follow, and listens.
     *
     * @throws CommandFailure naming what is wrong with one of them
     * @throws IOException where the ledger can't be read, or is none
     */
    static GatewayNode open(GatewayConfig config, InstantSource clock) throws IOException {
        Held held = new Held();
        try {
            ReloadedTls tls = tls(config, clock, held);
            GatewayMetrics metrics = held.add(new GatewayMetrics(config.names().ledger()));
            KafkaConnection kafka = new KafkaConnection(config.connection().clientProperties());
            LedgerClient client = held.add(LedgerClient.open(
                    kafka, config.names(), new ClientSettings(config.limits().patience(), config.maxInFlight())));
            SealerWatch sealers = watch(config, kafka, held);
            ServedLedger ledger = serve(config, clock, client, follower(config, kafka, held), sealers, metrics, held);
            metrics.observe(ledger);
            if (tls != null) {
                metrics.observe(tls);
            }
            GatewayServer server = held.add(GatewayServer.start(config, tls, ledger, metrics));
            LOG.info(
                    "ledger {} at {}; gRPC and HTTP {}at {}:{}",
                    config.names().ledger(),
                    config.connection().bootstrapServers(),
                    tls == null ? "" : "with TLS ",
                    config.listener().address().getHostString(),
                    server.port());
            held.add(() -> stopping(ledger));
            return new GatewayNode(server, held);
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private static @Nullable ReloadedTls tls(GatewayConfig config, InstantSource clock, Held held) {
        TlsSettings settings = config.callers().tls();
        return settings == null ? null : held.add(ReloadedTls.open(settings, clock));
    }

    private static Follower follower(GatewayConfig config, KafkaConnection kafka, Held held)
            throws LedgerUnreadableException {
        try {
            return held.add(Follower.open(new FollowerConfig(
                    config.names(),
                    topics(config, kafka),
                    config.connection().clientProperties(),
                    config.stateDirectory(),
                    Start.RESUME,
                    new CertificateVerifier(config.signatures()),
                    Kept.RECORDS)));
        } catch (StateDirectoryException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private static SealerWatch watch(GatewayConfig config, KafkaConnection kafka, Held held)
            throws LedgerUnreadableException {
        TopicInspector brokers =
                held.add(new TopicInspector(kafka, config.connection().timeout()));
        return held.add(SealerWatch.start(config.names().sealerGroup(), brokers::hasMembers));
    }

    private static LedgerTopics topics(GatewayConfig config, KafkaConnection kafka) throws LedgerUnreadableException {
        try (TopicInspector inspector =
                new TopicInspector(kafka, config.connection().timeout())) {
            return new LedgerTopics(
                    inspector.clusterId(),
                    inspector.topicId(config.names().intake()),
                    inspector.topicId(config.names().sealed()));
        }
    }

    private static ServedLedger serve(
            GatewayConfig config,
            InstantSource clock,
            LedgerClient client,
            Follower follower,
            SealerWatch sealers,
            GatewayMetrics metrics,
            Held held) {
        ExecutorService answers = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("followed").daemon().factory());
        held.add(answers::shutdown);
        FollowedSignal signal = new FollowedSignal(answers);
        LedgerReads reads = new LedgerReads(follower, signal);
        RecordStreams streams = new RecordStreams(reads, signal);
        GatewayHealth health = new GatewayHealth(follower, sealers);
        CallerLimits limits = CallerLimits.of(config.callers().limits());
        Submitter submitter = held.add(new Submitter(
                client::trySubmit,
                reads,
                health,
                limits.rates(),
                config.callers().access(),
                client.genesis().certification(),
                () -> follower.followed().keys(),
                signer(config.callers(), client),
                config.limits(),
                clock,
                metrics));
        follower.onFault(fault -> {
            LOG.error("DEGRADED {}: {}", fault.reason(), fault.detail());
            signal.end();
            streams.interrupt(health.get());
        });
        follower.start(signal);
        held.add(signal::end);
        return new ServedLedger(config.names().ledger(), client.ledgerId(), submitter, reads, streams, health, limits);
    }

    private static @Nullable EventSigner signer(CallerConfig callers, LedgerClient client) {
        Path file = callers.signingKey();
        return file == null ? null : GatewaySigner.read(file, client.genesis(), client.ledgerId());
    }

    /** Nothing more is taken, and what would never end ends. */
    private static void stopping(ServedLedger ledger) {
        ledger.health().stopping();
        ledger.streams().interrupt(new GatewayStatus.Stopping());
    }

    int port() {
        return server.port();
    }

    /** In the reverse order: what was asked is answered, what was sent has its outcome, then all else ends. */
    @Override
    public void close() {
        held.close();
    }
}
