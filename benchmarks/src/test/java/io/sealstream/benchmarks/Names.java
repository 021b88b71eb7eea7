package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** What is on the brokers. */
final class Names {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Names() {}

    /** Of all topics and groups that begin so. */
    static List<String> on(Cluster cluster, String prefix) throws TopicException {
        try (Admin admin = Admin.create(cluster.client(Map.of()))) {
            return Stream.concat(
                            Topics.get(admin.listTopics().names()).stream(),
                            Topics.get(admin.listGroups().all()).stream().map(GroupListing::groupId))
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }
    }

    /** A broker hears of a deletion a little later than it is answered. */
    static void awaitNone(Cluster cluster, String prefix) throws TopicException {
        long begunNanos = System.nanoTime();
        List<String> names = on(cluster, prefix);
        while (!names.isEmpty() && System.nanoTime() - begunNanos < LIMIT.toNanos()) {
            names = on(cluster, prefix);
        }
        assertThat(names).isEmpty();
    }
}
