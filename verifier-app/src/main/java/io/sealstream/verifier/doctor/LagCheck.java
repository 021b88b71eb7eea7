package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TopicRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether a sealer is at work, and how far behind the intake. Its group's offset moves with the outcomes. */
record LagCheck(Cluster cluster, LedgerTopicNames names, Waiting waiting) implements Check {
    /** @param committed the intake offset that is sealed next; empty where the group has none */
    private record Standing(GroupState state, OptionalLong committed, TopicRange intake) {
        /** Without a committed offset nobody knows which of the intake's records have their outcome. */
        long waiting() {
            return Math.max(0, intake.end() - committed.orElse(intake.start()));
        }

        boolean isBehind() {
            return waiting() > 0;
        }
    }

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Diagnosis> look() {
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            Standing first = standing(admin);
            boolean isIdle = first.state() == GroupState.EMPTY || first.state() == GroupState.DEAD;
            if (isIdle) {
                return List.of(idle(first));
            }
            return List.of(
                    !first.isBehind() || waiting.until(() -> hasMoved(first, standing(admin)))
                            ? Diagnosis.ok(name(), working(first))
                            : stuck(first));
        }
    }

    private static boolean hasMoved(Standing first, Standing now) {
        return !now.isBehind() || !now.committed().equals(first.committed());
    }

    private Standing standing(Admin admin) {
        TopicPartition intake = new TopicPartition(names.intake(), 0);
        String group = names.sealerGroup();
        var spec = new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(intake));
        OffsetAndMetadata committed = cluster.answer(
                        admin.listConsumerGroupOffsets(Map.of(group, spec)).partitionsToOffsetAndMetadata(group))
                .get(intake);
        TopicRange log = new TopicRange(
                offset(admin, intake, OffsetSpec.earliest()), offset(admin, intake, OffsetSpec.latest()));
        return new Standing(
                state(admin, group),
                committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset()),
                log);
    }

    private long offset(Admin admin, TopicPartition partition, OffsetSpec spec) {
        return cluster.answer(admin.listOffsets(Map.of(partition, spec)).partitionResult(partition))
                .offset();
    }

    private GroupState state(Admin admin, String group) {
        try {
            var answers = admin.describeConsumerGroups(List.of(group)).describedGroups();
            return cluster.answer(Objects.requireNonNull(answers.get(group))).groupState();
        } catch (GroupIdNotFoundException e) {
            return GroupState.DEAD;
        }
    }

    private Diagnosis idle(Standing now) {
        String detail =
                "no sealer of " + names.ledger() + " is sealing (none runs, or it is starting or DEGRADED: group "
                        + names.sealerGroup() + " has no member)";
        String fix = "where one runs, its /health says why, and docs/operations.md, Runbook, what to do; else: "
                + cluster.sealstream("sealer", names.ledger()) + "--state-dir DIR";
        if (!now.isBehind()) {
            return Diagnosis.warn(name(), detail + "; every intake record has its outcome", fix);
        }
        String waiting = now.committed().isPresent()
                ? waiting(now) + " for their outcome"
                : "the group has lost its offset, as it does after some days, so that any of " + now.waiting()
                        + " intake records may wait for an outcome";
        return Diagnosis.fail(name(), detail + ", and " + waiting, fix);
    }

    private String working(Standing now) {
        return "a sealer runs (group " + names.sealerGroup() + " is " + now.state() + "), " + waiting(now);
    }

    private Diagnosis stuck(Standing now) {
        return Diagnosis.fail(
                name(),
                working(now) + ", and for " + waiting.limit().toMillis() + " ms none had its outcome",
                "curl http://127.0.0.1:8080/health  # on the sealer's machine says why it does not seal");
    }

    private static String waiting(Standing now) {
        return now.waiting() == 1 ? "1 intake record waits" : now.waiting() + " intake records wait";
    }
}
