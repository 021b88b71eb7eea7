package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** How many copies a topic has, and whether there are enough now to write to it. */
record ReplicationCheck(Cluster cluster, String topic) implements Check {
    private static final String MORE_REPLICAS =
            "on a cluster of three brokers, kafka-reassign-partitions.sh gives a topic more replicas; ";

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public List<Diagnosis> look() throws LedgerUnreadableException {
        TopicDescription described = cluster.ask(admin -> Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            Optional<Integer> minimum = inspector.facts(topic).settings().map(TopicSettings::minInSyncReplicas);
            return List.of(judged(described.partitions().getFirst(), minimum));
        }
    }

    /** @param minimum that has to be in sync; empty where it may not be seen */
    Diagnosis judged(TopicPartitionInfo partition, Optional<Integer> minimum) {
        int replicas = partition.replicas().size();
        int inSync = partition.isr().size();
        String detail = topic + " has " + count(replicas, "replica") + ", " + inSync + " in sync, and "
                + minimum.map(needed -> "needs " + needed + " to be written to")
                        .orElse("how many it needs to be written to is unknown: no permission to see its settings"
                                + " (DescribeConfigs)");
        // Brokers of 4.3 ask for no more than there are.
        if (partition.leader() == null || inSync < Math.min(minimum.orElse(1), replicas)) {
            return Diagnosis.fail(
                    name(),
                    detail + ": nothing can be written",
                    "start the brokers that are down: " + cluster.tool("kafka-topics.sh")
                            + "--describe --under-min-isr-partitions");
        }
        if (replicas < minimum.orElse(1)) {
            return Diagnosis.warn(
                    name(),
                    detail + ", more than there are: some brokers refuse every write then, others do without",
                    MORE_REPLICAS + "or lower the minimum: " + set("min.insync.replicas=" + replicas));
        }
        if (inSync < replicas) {
            return Diagnosis.warn(
                    name(),
                    detail,
                    cluster.tool("kafka-topics.sh") + "--describe --under-replicated-partitions  # names the brokers"
                            + " that lag or are down");
        }
        return replicas > 1
                ? Diagnosis.ok(name(), detail)
                : Diagnosis.warn(
                        name(),
                        detail + ": what that one broker loses is lost",
                        MORE_REPLICAS + "then set min.insync.replicas=2");
    }

    private String set(String setting) {
        return cluster.tool("kafka-configs.sh") + "--alter --entity-type topics --entity-name " + topic
                + " --add-config " + setting;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
