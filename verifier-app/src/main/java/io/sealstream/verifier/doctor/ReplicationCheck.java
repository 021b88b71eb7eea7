package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicSettings;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** How many copies the sealed topic has, and whether there are enough now to write to it. */
record ReplicationCheck(Cluster cluster, LedgerTopicNames names) implements Check {
    @Override
    public String name() {
        return "replication";
    }

    @Override
    public List<Diagnosis> look() throws LedgerUnreadableException {
        String sealed = names.sealed();
        TopicDescription described = cluster.ask(admin -> Objects.requireNonNull(
                admin.describeTopics(List.of(sealed)).topicNameValues().get(sealed)));
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            int minimum = inspector
                    .facts(sealed)
                    .settings()
                    .map(TopicSettings::minInSyncReplicas)
                    .orElse(1);
            return List.of(judged(sealed, described.partitions().getFirst(), minimum));
        }
    }

    Diagnosis judged(String topic, TopicPartitionInfo partition, int minimum) {
        int replicas = partition.replicas().size();
        int inSync = partition.isr().size();
        String detail = topic + " has " + count(replicas, "replica") + ", " + inSync + " in sync, and needs " + minimum
                + " to be written to";
        if (inSync < minimum || partition.leader() == null) {
            return Diagnosis.fail(
                    name(),
                    detail + ": nothing can be sealed",
                    "start the brokers that are down: " + cluster.tool("kafka-topics.sh")
                            + "--describe --under-min-isr-partitions");
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
                        "on a cluster of three brokers, kafka-reassign-partitions.sh gives a topic more replicas; then set"
                                + " min.insync.replicas=2");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
