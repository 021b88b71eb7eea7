package io.sealstream.kafka.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The {@code server.properties} of a node that is broker and controller.
 *
 * <p>They differ from Kafka's defaults where those are made for large clusters: time-outs and delays are short, threads and
 * buffers few, and the retry that adds 20 ms to back-to-back transactions takes 1 ms.
 */
final class ServerProperties {

    private ServerProperties() {}

    /** @param nodes all nodes of the cluster, of which {@code node} is one */
    static Properties of(Node node, List<Node> nodes, BrokerSettings settings) {
        Properties properties = new Properties();
        addresses(properties, node, nodes);
        properties.putAll(ofAny(nodes.size(), settings));
        return properties;
    }

    /**
     * What every node of a cluster has in common, wherever it runs.
     *
     * @param nodes how many there are
     */
    static Map<String, String> ofAny(int nodes, BrokerSettings settings) {
        Map<String, String> properties = new HashMap<>();
        replication(properties, nodes);
        latency(properties);
        cleaning(properties);
        smallness(properties);
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(settings.properties());
        return properties;
    }

    private static void addresses(Properties to, Node node, List<Node> nodes) {
        String client = "PLAINTEXT://" + node.address();
        to.setProperty("process.roles", "broker,controller");
        to.setProperty("node.id", Integer.toString(node.id()));
        to.setProperty("log.dirs", node.data().toString());
        to.setProperty("listeners", client + ",CONTROLLER://" + Loopback.HOST + ":" + node.controllerPort());
        to.setProperty("advertised.listeners", client);
        to.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        to.setProperty("controller.listener.names", "CONTROLLER");
        to.setProperty(
                "controller.quorum.voters", nodes.stream().map(Node::voter).collect(Collectors.joining(",")));
    }

    private static void replication(Map<String, String> to, int nodes) {
        String factor = Integer.toString(nodes);
        String inSync = Integer.toString(Math.max(1, nodes - 1));
        to.put("default.replication.factor", factor);
        to.put("min.insync.replicas", inSync);
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            to.put(topic + ".replication.factor", factor);
            to.put(topic + ".num.partitions", "1");
        }
        to.put("transaction.state.log.min.isr", inSync);
        to.put("share.coordinator.state.topic.min.isr", inSync);
    }

    /** Those for the sealer are in ops/failover/broker.properties too, for brokers of others. */
    private static void latency(Map<String, String> to) {
        to.put("add.partitions.to.txn.retry.backoff.ms", "1");
        to.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        to.put("group.min.session.timeout.ms", "1000");
        to.put("group.initial.rebalance.delay.ms", "0");
        to.put("broker.heartbeat.interval.ms", "500");
        // A broker that was killed is fenced, and its partitions lead elsewhere, after this long.
        to.put("broker.session.timeout.ms", "3000");
    }

    private static void cleaning(Map<String, String> to) {
        to.put("log.cleaner.backoff.ms", "200");
        to.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        to.put("log.segment.delete.delay.ms", "500");
        to.put("log.retention.check.interval.ms", "500");
        to.put("log.initial.task.delay.ms", "500");
    }

    private static void smallness(Map<String, String> to) {
        to.put("num.network.threads", "2");
        to.put("num.io.threads", "4");
        to.put("background.threads", "2");
        to.put("transaction.state.log.segment.bytes", Integer.toString(16 << 20));
        to.put("offsets.topic.segment.bytes", Integer.toString(16 << 20));
    }
}
