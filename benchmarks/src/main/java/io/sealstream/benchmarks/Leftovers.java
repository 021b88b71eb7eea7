package io.sealstream.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
    /** For any answer, and for all of it; whoever pressed Ctrl-C waits. */
    private static final int PATIENCE_MS = 15_000;

    /** What was just being made is seen by the next look. */
    private static final int LOOKS = 5;

    private final Admin admin;
    private final String prefix;
    /** Of the last look. */
    private final List<String> complaints = new ArrayList<>();

    /** Something that brokers are asked to do. */
    private interface Request {
        void send() throws TopicException;
    }

    private Leftovers(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /** @param say gets a line for each that is left */
    static void delete(Cluster cluster, String prefix, Consumer<String> say) {
        Map<String, Object> patience = Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS);
        try (Admin admin = Admin.create(cluster.client(patience))) {
            Leftovers leftovers = new Leftovers(admin, prefix);
            leftovers.delete();
            leftovers.complaints.forEach(say);
        } catch (KafkaException | TopicException e) {
            say.accept("what begins with " + prefix + " is left on the brokers: " + e.getMessage());
        }
    }

    private void delete() throws TopicException {
        long begunNanos = System.nanoTime();
        for (int look = 0; look < LOOKS && System.nanoTime() - begunNanos < PATIENCE_MS * 1_000_000L; look++) {
            complaints.clear();
            List<String> topics = ours(Topics.get(admin.listTopics().names()));
            List<String> groups = ours(Topics.get(admin.listGroups().all()).stream()
                    .map(GroupListing::groupId)
                    .toList());
            if (topics.isEmpty() && groups.isEmpty()) {
                return;
            }
            topics.forEach(name -> attempt("the topic " + name, () -> deleteTopic(name)));
            groups.forEach(name -> attempt("the group " + name, () -> deleteGroup(name)));
        }
    }

    private List<String> ours(Collection<String> names) {
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private void attempt(String what, Request deletion) {
        try {
            deletion.send();
        } catch (KafkaException | TopicException e) {
            boolean isGone = e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof GroupIdNotFoundException;
            if (!isGone) {
                complaints.add(what + " is left on the brokers: " + e.getMessage());
            }
        }
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
