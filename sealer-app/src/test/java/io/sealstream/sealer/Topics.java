package io.sealstream.sealer;

import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Raw records, as a topic has them. */
final class Topics {
    private Topics() {}

    /** Returns when the broker has forgotten them. */
    static void deleteAndWait(TrialLedger ledger, List<String> topics) throws ExecutionException, InterruptedException {
        Admin admin = ledger.admin();
        admin.deleteTopics(topics).all().get();
        await().atMost(TrialLedger.PATIENCE)
                .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
    }

    /** Returns when the broker has heard of it, which the controller tells it. */
    static void increasePartitionsTo(int count, TrialLedger ledger, String topic)
            throws ExecutionException, InterruptedException {
        Admin admin = ledger.admin();
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(count)))
                .all()
                .get();
        await().atMost(TrialLedger.PATIENCE)
                .until(() -> admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .allMatch(known -> known.partitions().size() == count));
    }

    static void set(TrialLedger ledger, String topic, String setting, String value)
            throws ExecutionException, InterruptedException {
        try (Admin admin = ledger.connection().admin(TrialLedger.PATIENCE)) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** All committed records up to the end as it is now; an open transaction must not be in the way. */
    static List<ConsumerRecord<byte[], byte[]>> committed(TrialLedger ledger, String topic)
            throws LedgerUnreadableException {
        TopicPartition partition = new TopicPartition(topic, 0);
        long end;
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            end = inspector.range(topic).end();
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = ledger.connection().consumer(TrialLedger.PATIENCE)) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            while (consumer.position(partition) < end) {
                records.addAll(consumer.poll(Duration.ofMillis(100)).records(partition));
            }
        }
        return records;
    }
}
