package io.sealstream.kafka.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Has a partition compacted now rather than some day, so that a test can see what compaction leaves.
 *
 * <p>Compaction never touches the segment that is written to. So a new one is begun, by a record in a transaction that is aborted:
 * to readers of committed records there is nothing new. The topic's settings are put back afterwards.
 */
public final class ForcedCompaction {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ForcedCompaction() {}

    /**
     * Returns when all that the partition held at the call is compacted.
     *
     * @param logDirectory of the broker that leads the partition
     * @throws IllegalStateException where that takes longer than a minute
     */
    public static void run(String bootstrapServers, Path logDirectory, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        run(bootstrapServers, CleanerCheckpoint.in(logDirectory), partition);
    }

    /** Likewise, with a broker whose files are elsewhere. */
    static void run(String bootstrapServers, CleanerCheckpoint cleaner, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            long end = endOffset(admin, partition);
            try (EagerCleaning cleaning = EagerCleaning.of(admin, partition.topic())) {
                appendAborted(bootstrapServers, partition);
                if (!Waiting.until(LIMIT, () -> cleaner.cleanedTo(partition) >= end)) {
                    throw new IllegalStateException(partition + " was not compacted up to offset " + end + " within "
                            + LIMIT.toSeconds() + " s: is its cleanup.policy compact?");
                }
            }
        }
    }

    private static long endOffset(Admin admin, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static void appendAborted(String bootstrapServers, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "forced-compaction");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), new byte[1], new byte[1]))
                    .get();
            producer.abortTransaction();
        }
    }
}
