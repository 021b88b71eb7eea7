package io.sealstream.kafka.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One or three brokers as processes, on loopback only, for tests that need one to die.
 *
 * <p>With three, topics have three replicas by default, of which two must be in sync, and any one broker can be lost.
 */
public final class LocalCluster implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final List<BrokerProcess> brokers;

    private LocalCluster(List<BrokerProcess> brokers) {
        this.brokers = brokers;
    }

    /**
     * Starts the brokers, and returns when all of them serve.
     *
     * @param directory has a directory for each broker; what an earlier cluster of this size left there is served again
     * @param size 1 or 3
     * @param settings for all brokers; the port must be 0
     * @throws BrokerStartException where a broker ends, or is not ready after a minute; it names the log to read
     */
    public static LocalCluster start(Path directory, int size, BrokerSettings settings) {
        if (size != 1 && size != 3) {
            throw new IllegalArgumentException("a cluster of " + size + " brokers: allowed are 1 and 3");
        }
        if (settings.port() != 0) {
            throw new IllegalArgumentException("port " + settings.port() + ": a cluster finds its own, 0 is allowed");
        }
        List<Node> nodes = IntStream.rangeClosed(1, size)
                .mapToObj(id -> Node.open(id, directory.resolve("broker-" + id), 0))
                .toList();
        Storage.format(nodes);
        LocalCluster cluster = new LocalCluster(nodes.stream()
                .map(node -> BrokerProcess.launch(node, ServerProperties.of(node, nodes, settings)))
                .toList());
        try {
            cluster.awaitReady();
            nodes.forEach(Node::remember);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return brokers.stream().map(BrokerProcess::address).collect(Collectors.joining(","));
    }

    public List<BrokerProcess> brokers() {
        return brokers;
    }

    /** @param id 1 to the cluster's size */
    public BrokerProcess broker(int id) {
        return brokers.get(id - 1);
    }

    /**
     * Waits until every broker serves, and knows of all others that they do.
     *
     * @throws BrokerStartException where a broker is not alive, or a minute was not enough
     */
    public void awaitReady() {
        for (BrokerProcess broker : brokers) {
            boolean answered = Waiting.until(START_LIMIT, () -> broker.serves(brokers.size()) || !broker.isAlive());
            if (!broker.isAlive()) {
                throw new BrokerStartException("broker " + broker.id() + " ended: see " + broker.log(), null);
            }
            if (!answered) {
                throw new BrokerStartException(
                        "broker " + broker.id() + " did not serve within " + START_LIMIT.toSeconds() + " s: see "
                                + broker.log(),
                        null);
            }
        }
    }

    /** Kills what still runs: the directories stay, and a clean end is {@link BrokerProcess#stop()}. */
    @Override
    public void close() {
        brokers.forEach(BrokerProcess::kill);
    }
}
