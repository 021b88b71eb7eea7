package io.sealstream.verifier.doctor;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a transaction that does not end holds a topic's readers back: everyone who reads committed records stops at its first
 * offset, the last stable one.
 */
record TransactionCheck(Cluster cluster, String topic, Waiting waiting) implements Check {
    /** Up to where committed readers come, and the high watermark. */
    private record Offsets(long stable, long end) {
        boolean isHeldBack() {
            return stable < end;
        }
    }

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    public List<Diagnosis> look() {
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            return List.of(look(admin));
        }
    }

    private Diagnosis look(Admin admin) {
        Offsets first = offsets(admin);
        boolean moves = !first.isHeldBack()
                || waiting.until(() -> {
                    Offsets now = offsets(admin);
                    return !now.isHeldBack() || now.stable() != first.stable();
                });
        return moves
                ? Diagnosis.ok(name(), topic + ": none holds readers back, its end is offset " + first.end())
                : Diagnosis.fail(
                        name(),
                        topic + ": a transaction has been open for more than "
                                + waiting.limit().toMillis() + " ms; readers stop at offset " + first.stable() + " of "
                                + first.end(),
                        cluster.tool("kafka-transactions.sh") + "abort --topic " + topic
                                + " --partition 0 --start-offset " + first.stable()
                                + "  # where it does not end by itself; describe-producers names who holds it");
    }

    private Offsets offsets(Admin admin) {
        // The stable one first: it never passes an end that was seen later.
        long stable = offset(admin, IsolationLevel.READ_COMMITTED);
        return new Offsets(stable, offset(admin, IsolationLevel.READ_UNCOMMITTED));
    }

    private long offset(Admin admin, IsolationLevel isolation) {
        TopicPartition partition = new TopicPartition(topic, 0);
        return cluster.answer(
                        admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                                .partitionResult(partition))
                .offset();
    }
}
