package io.sealstream.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class TopicInspectorTest {
    @Test
    void tellsWhatTheClusterSaysOfATopic(TestBroker broker) throws Exception {
        TestTopics topics = new TestTopics(broker.bootstrapServers());
        topics.create(
                "pay.sealed",
                Map.of("cleanup.policy", "compact", "retention.ms", "1000", "max.message.bytes", "2000000"));
        topics.write("pay.sealed", new byte[8], new byte[8]);
        try (TopicInspector inspector = new TopicInspector(topics.connection(), Duration.ofSeconds(20));
                Admin admin = topics.admin()) {

            TopicFacts facts = inspector.facts("pay.sealed");

            TopicSettings settings = new TopicSettings(Set.of("compact"), "CreateTime", 1_000, -1, 1, false, 2_000_000);
            String topicId = topicId(admin);
            assertThat(facts).isEqualTo(new TopicFacts("pay.sealed", topicId, 1, 1, Optional.of(settings)));
            assertThat(inspector.topicId("pay.sealed")).isEqualTo(topicId);
            assertThat(inspector.range("pay.sealed")).isEqualTo(new TopicRange(0, 1));
            assertThat(inspector.clusterId())
                    .isEqualTo(admin.describeCluster().clusterId().get());
            assertThatThrownBy(() -> inspector.facts("pay.intake"))
                    .isInstanceOf(LedgerUnreadableException.class)
                    .hasMessageContaining("pay.intake");
        }
    }

    private static String topicId(Admin admin) throws ExecutionException, InterruptedException {
        var topics = admin.describeTopics(Set.of("pay.sealed")).allTopicNames().get();
        return requireNonNull(topics.get("pay.sealed")).topicId().toString();
    }
}
