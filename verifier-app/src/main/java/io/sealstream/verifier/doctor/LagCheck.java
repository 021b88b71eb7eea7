package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
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
    private record Standing(GroupState state, OptionalLong committed, long end) {
        boolean isBehind() {
            return committed.orElse(0) < end;
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
        String group = Role.group(names);
        var spec = new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(intake));
        OffsetAndMetadata committed = cluster.answer(
                        admin.listConsumerGroupOffsets(Map.of(group, spec)).partitionsToOffsetAndMetadata(group))
                .get(intake);
        long end = cluster.answer(
                        admin.listOffsets(Map.of(intake, OffsetSpec.latest())).partitionResult(intake))
                .offset();
        return new Standing(
                state(admin, group),
                committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset()),
                end);
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
                        + Role.group(names) + " has no member)";
        String fix = "where one runs, its /health says why, and docs/operations.md, Runbook, what to do; else: "
                + cluster.sealstream("sealer", names.ledger()) + "--state-dir DIR";
        if (now.committed().isEmpty()) {
            return Diagnosis.warn(name(), detail + ", and the group has no offset, which is lost after some days", fix);
        }
        return now.isBehind()
                ? Diagnosis.fail(name(), detail + ", and " + waiting(now) + " for their outcome", fix)
                : Diagnosis.warn(name(), detail + "; every intake record has its outcome", fix);
    }

    private String working(Standing now) {
        return "a sealer runs (group " + Role.group(names) + " is " + now.state() + "), " + waiting(now);
    }

    private Diagnosis stuck(Standing now) {
        return Diagnosis.fail(
                name(),
                working(now) + ", and for " + waiting.limit().toMillis() + " ms none had its outcome",
                "curl http://127.0.0.1:8080/health  # on the sealer's machine says why it does not seal");
    }

    private static String waiting(Standing now) {
        long waiting = now.end() - now.committed().orElse(0);
        return waiting == 1 ? "1 intake record waits" : Math.max(0, waiting) + " intake records wait";
    }
}
