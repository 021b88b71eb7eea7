package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.OpenTransaction;
import io.sealstream.reader.TopicInspector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a transaction that does not end holds a topic's readers back: everyone who reads committed records stops at its first
 * offset, the last stable one.
 */
record TransactionCheck(Cluster cluster, String topic, Waiting waiting, Clock clock) implements Check {
    /** A sealer that died leaves one for its time-out (5 s) and the brokers' next look, which comes within 10 s. */
    private static final Duration IN_PASSING = Duration.ofSeconds(20);

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
    public List<Diagnosis> look() throws LedgerUnreadableException {
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            return List.of(look(admin));
        }
    }

    private Diagnosis look(Admin admin) throws LedgerUnreadableException {
        Offsets first = offsets(admin);
        boolean moves = !first.isHeldBack()
                || waiting.until(() -> {
                    Offsets now = offsets(admin);
                    return !now.isHeldBack() || now.stable() != first.stable();
                });
        return moves
                ? Diagnosis.ok(name(), topic + ": none holds readers back, its end is offset " + first.end())
                : heldBack(first, holder());
    }

    private Diagnosis heldBack(Offsets offsets, Optional<OpenTransaction> holder) {
        String detail = topic + ": an open transaction holds readers back at offset " + offsets.stable() + " of "
                + offsets.end()
                + holder.map(open -> "; producer id " + open.producerId() + " wrote to it last at "
                                + Instant.ofEpochMilli(open.lastWriteMs()))
                        .orElse("; whose it is could not be seen");
        boolean inPassing = holder.map(open -> Instant.ofEpochMilli(open.lastWriteMs()))
                .filter(clock.instant().minus(IN_PASSING)::isBefore)
                .isPresent();
        return inPassing
                ? Diagnosis.warn(
                        name(),
                        detail,
                        "look again in " + IN_PASSING.toSeconds() + " s: one whose producer is gone ends by itself")
                : Diagnosis.fail(
                        name(),
                        detail,
                        cluster.tool("kafka-transactions.sh") + "abort --topic " + topic
                                + " --partition 0 --start-offset " + offsets.stable()
                                + "  # where its producer is gone; list and describe-producers tell more");
    }

    /** Empty where it has just ended, or may not be seen. */
    private Optional<OpenTransaction> holder() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            return inspector.openTransaction(topic);
        } catch (LedgerUnreadableException e) {
            if (e.reason() == LedgerUnreadableException.Reason.NOT_PERMITTED) {
                return Optional.empty();
            }
            throw e;
        }
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
