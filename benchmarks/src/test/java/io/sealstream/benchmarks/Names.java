package io.sealstream.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** What is on the brokers. */
final class Names {
    private Names() {}

    /** Of all topics and groups. */
    static List<String> on(Cluster cluster) throws TopicException {
        try (Admin admin = Admin.create(cluster.client(Map.of()))) {
            return Stream.concat(
                            Topics.get(admin.listTopics().names()).stream(),
                            Topics.get(admin.listGroups().all()).stream().map(GroupListing::groupId))
                    .toList();
        }
    }
}
