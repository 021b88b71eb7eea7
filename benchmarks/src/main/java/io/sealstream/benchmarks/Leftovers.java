package io.sealstream.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Takes off the brokers what measurements made there: topics and groups whose names begin alike. What can't be taken off is
 * said, and is no failure: what was measured counts all the same.
 */
final class Leftovers {
    /** For any question; whoever pressed Ctrl-C waits for the answer. */
    private static final int PATIENCE_MS = 15_000;

    private final Admin admin;
    private final String prefix;
    private final Consumer<String> say;

    /** Something that brokers are asked to do. */
    private interface Request {
        void send() throws TopicException;
    }

    private Leftovers(Admin admin, String prefix, Consumer<String> say) {
        this.admin = admin;
        this.prefix = prefix;
        this.say = say;
    }

    /** @return how many there were that are gone now */
    static int delete(Cluster cluster, String prefix, Consumer<String> say) {
        Map<String, Object> patience = Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS);
        try (Admin admin = Admin.create(cluster.client(patience))) {
            return new Leftovers(admin, prefix, say).delete();
        } catch (KafkaException | TopicException e) {
            say.accept("what begins with " + prefix + " is left on the brokers: " + e.getMessage());
            return 0;
        }
    }

    private int delete() throws TopicException {
        List<String> topics = ours(Topics.get(admin.listTopics().names()));
        List<String> groups = ours(Topics.get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList());
        return (int) Stream.concat(
                        topics.stream().filter(name -> isGone("the topic " + name, () -> deleteTopic(name))),
                        groups.stream().filter(name -> isGone("the group " + name, () -> deleteGroup(name))))
                .count();
    }

    private List<String> ours(Collection<String> names) {
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private boolean isGone(String what, Request deletion) {
        try {
            deletion.send();
        } catch (KafkaException | TopicException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                    && !(e.getCause() instanceof GroupIdNotFoundException)) {
                say.accept(what + " is left on the brokers: " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    private void deleteTopic(String name) throws TopicException {
        Topics.get(admin.deleteTopics(List.of(name)).all());
    }

    private void deleteGroup(String name) throws TopicException {
        try {
            deleteEmptyGroup(name);
        } catch (TopicException e) {
            if (!(e.getCause() instanceof GroupNotEmptyException)) {
                throw e;
            }
            // It still counts a member that was killed.
            Topics.get(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                    .all());
            deleteEmptyGroup(name);
        }
    }

    private void deleteEmptyGroup(String name) throws TopicException {
        Topics.get(admin.deleteConsumerGroups(List.of(name)).all());
    }
}
