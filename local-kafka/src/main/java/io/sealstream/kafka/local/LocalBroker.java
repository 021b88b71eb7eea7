package io.sealstream.kafka.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker, its own controller, in this JVM and on loopback only.
 *
 * <p>It can be closed and started again on the same directory, and is then at the same address. It has what it needs to be fast
 * on one machine, and no more durability than one machine has.
 */
public final class LocalBroker implements AutoCloseable {

    private final Node node;
    private final DirectoryClaim claim;
    private final FaultWatch watch;
    private final KafkaRaftServer server;

    private LocalBroker(Node node, DirectoryClaim claim, FaultWatch watch, KafkaRaftServer server) {
        this.node = node;
        this.claim = claim;
        this.watch = watch;
        this.server = server;
    }

    /** As {@link #start(Path, BrokerSettings)}, with a free port. */
    public static LocalBroker start(Path directory) {
        return start(directory, BrokerSettings.defaults());
    }

    /**
     * Starts a broker, and returns when it serves clients, which takes about three seconds.
     *
     * @param directory is made where it does not exist; what an earlier broker left there is served again
     * @throws org.apache.kafka.common.config.ConfigException naming a property that Kafka does not accept
     * @throws BrokerStartException naming the directory or the port that is in use, or what else Kafka said
     */
    public static LocalBroker start(Path directory, BrokerSettings settings) {
        if (settings.port() != 0 && !Loopback.isFree(settings.port())) {
            throw new BrokerStartException(
                    "port " + settings.port() + " on " + Loopback.HOST
                            + " is in use: choose another, or end what listens there",
                    null);
        }
        Node node = Node.open(1, directory, settings.port());
        DirectoryClaim claim = DirectoryClaim.on(node.data());
        FaultWatch watch = FaultWatch.open();
        try {
            Storage.format(List.of(node));
            KafkaConfig config = new KafkaConfig(ServerProperties.of(node, List.of(node), settings), false);
            LocalBroker broker = new LocalBroker(node, claim, watch, started(config, directory));
            node.remember();
            return broker;
        } catch (RuntimeException e) {
            watch.close();
            claim.close();
            throw e;
        }
    }

    private static KafkaRaftServer started(KafkaConfig config, Path directory) {
        try {
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            startOrShutDown(server);
            return server;
        } catch (RuntimeException e) {
            throw new BrokerStartException("no broker could be started in " + directory + ": " + rootMessage(e), e);
        }
    }

    private static void startOrShutDown(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Host and port, for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return node.address();
    }

    /** Where Kafka keeps its logs: a directory for each partition. */
    public Path logDirectory() {
        return node.data();
    }

    /**
     * Completes with a description when a broker in this JVM met a fault for which it would have ended the process: a full or a
     * failing disk, for one. The broker is of no more use then.
     */
    public CompletableFuture<String> fatalFault() {
        return watch.fault();
    }

    /** Stops cleanly: what was acknowledged is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        claim.close();
        watch.close();
    }
}
