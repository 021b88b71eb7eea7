package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * This machine's clock against the cluster's. The active controller says when it last heard of each voter; of itself it
 * says its present time, so the answer is exact to half of the time that it took. Where that may not be seen, the time of
 * the intake's last record shows at least a clock that is behind.
 *
 * @param names null where no ledger is looked at
 */
record ClockCheck(Cluster cluster, @Nullable LedgerTopicNames names, Clock clock) implements Check {
    /** Beyond it the sealer stops, reason CLOCK. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final String FIX =
            "chronyc tracking  # on this machine and on the brokers: set by NTP the one that is off";

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Diagnosis> look() {
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            // The first question opens connections, which takes time of its own.
            QuorumInfo unused = quorum(admin);
            Instant asked = clock.instant();
            QuorumInfo quorum = quorum(admin);
            Duration taken = Duration.between(asked, clock.instant());
            OptionalLong theirs = timeOfLeader(quorum);
            if (theirs.isPresent()) {
                Duration half = taken.dividedBy(2);
                Duration ahead = Duration.between(Instant.ofEpochMilli(theirs.getAsLong()), asked.plus(half));
                return List.of(judged(ahead, half.plusMillis(1)));
            }
        } catch (AuthorizationException e) {
            return names == null
                    ? List.of(Diagnosis.skip(
                            name(), "no permission to ask the controller (Describe on the cluster), and no --ledger"))
                    : List.of(sinceLastRecord(names));
        }
        return List.of(Diagnosis.skip(name(), "the controller does not tell its time"));
    }

    private QuorumInfo quorum(Admin admin) {
        return cluster.answer(admin.describeMetadataQuorum().quorumInfo());
    }

    private static OptionalLong timeOfLeader(QuorumInfo quorum) {
        return quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastFetchTimestamp)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** @param ahead this machine's clock; negative where it is behind */
    Diagnosis judged(Duration ahead, Duration exact) {
        Duration off = ahead.abs();
        String detail =
                "this machine's clock is " + off.toMillis() + " ms " + (ahead.isNegative() ? "behind" : "ahead of")
                        + " the active controller's, exact to " + exact.toMillis() + " ms";
        Duration certain = off.minus(exact);
        if (certain.compareTo(LIMIT) > 0) {
            return Diagnosis.fail(
                    name(), detail + "; beyond 5 s a sealer stops, or lifts the time of what it seals", FIX);
        }
        return certain.compareTo(USUAL) > 0 ? Diagnosis.warn(name(), detail, FIX) : Diagnosis.ok(name(), detail);
    }

    private Diagnosis sinceLastRecord(LedgerTopicNames ledger) {
        TopicPartition intake = new TopicPartition(ledger.intake(), 0);
        try {
            // Asking a topic that is not there for its times would only wait.
            var unused = cluster.ask(
                    admin -> admin.describeTopics(List.of(intake.topic())).allTopicNames());
        } catch (UnknownTopicOrPartitionException e) {
            return NeedsTopic.skipped(name(), intake.topic());
        }
        long last = cluster.ask(admin -> admin.listOffsets(Map.of(intake, OffsetSpec.maxTimestamp()))
                        .partitionResult(intake))
                .timestamp();
        return last < 0
                ? Diagnosis.skip(
                        name(),
                        "no permission to ask the controller (Describe on the cluster), and the intake is empty")
                : sinceLastRecord(intake, last);
    }

    private Diagnosis sinceLastRecord(TopicPartition intake, long last) {
        Duration behind = Duration.between(clock.instant(), Instant.ofEpochMilli(last));
        return behind.compareTo(LIMIT) > 0
                ? Diagnosis.fail(
                        name(),
                        "this machine's clock is at least " + behind.toMillis()
                                + " ms behind the time at which a broker appended the last record of "
                                + intake.topic(),
                        FIX)
                : Diagnosis.skip(
                        name(),
                        "no permission to ask the controller (Describe on the cluster); by the last record of "
                                + intake.topic() + " this machine's clock is not behind, and it may be ahead");
    }
}
