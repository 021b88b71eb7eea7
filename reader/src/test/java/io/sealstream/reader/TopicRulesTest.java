package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    private static final TopicSettings SEALED =
            new TopicSettings(Set.of("compact"), "CreateTime", 604_800_000, -1, 2, false, 1_000_000);
    private static final TopicSettings INTAKE =
            new TopicSettings(Set.of("delete"), "LogAppendTime", -1, -1, 2, false, 1_000_000);
    private static final TopicSettings REJECTED =
            new TopicSettings(Set.of("delete"), "CreateTime", -1, -1, 2, false, 1_000_000);

    @Test
    void findsNothingWhereAllIsAsItShouldBe() {
        assertThat(TopicRules.sealed(topic(SEALED))).isEmpty();
        assertThat(TopicRules.intake(topic(INTAKE))).isEmpty();
        assertThat(TopicRules.rejected(topic(REJECTED))).isEmpty();
    }

    @Test
    void findsASealedTopicThatIsNotCompactedOrAlsoDeleted() {
        assertThat(settings(TopicRules::sealed, cleanup(SEALED, Set.of("delete"))))
                .containsExactly("cleanup.policy");
        assertThat(settings(TopicRules::sealed, cleanup(SEALED, Set.of("compact", "delete"))))
                .containsExactly("cleanup.policy");
    }

    @Test
    void findsAnIntakeOrRejectedTopicThatIsCompacted() {
        assertThat(settings(TopicRules::intake, cleanup(INTAKE, Set.of("compact"))))
                .containsExactly("cleanup.policy");
        assertThat(settings(TopicRules::rejected, cleanup(REJECTED, Set.of("compact", "delete"))))
                .containsExactly("cleanup.policy");
    }

    @Test
    void findsRetentionWhereRecordsMustStay() {
        TopicSettings limited =
                new TopicSettings(Set.of("delete"), "LogAppendTime", 604_800_000, 1_000_000, 2, false, 1_000_000);

        assertThat(settings(TopicRules::intake, limited)).containsExactly("retention.ms", "retention.bytes");
        assertThat(settings(TopicRules::rejected, limited)).containsExactly("retention.ms", "retention.bytes");
    }

    @Test
    void findsTheOtherKindOfTimestamp() {
        TopicSettings sealed = new TopicSettings(Set.of("compact"), "LogAppendTime", -1, -1, 2, false, 1_000_000);
        TopicSettings intake = new TopicSettings(Set.of("delete"), "CreateTime", -1, -1, 2, false, 1_000_000);

        assertThat(settings(TopicRules::sealed, sealed)).containsExactly("message.timestamp.type");
        assertThat(settings(TopicRules::intake, intake)).containsExactly("message.timestamp.type");
    }

    @Test
    void findsWhatCanLoseAcknowledgedRecordsOfAReplicatedTopic() {
        TopicSettings weak = new TopicSettings(Set.of("compact"), "CreateTime", -1, -1, 1, true, 1_000_000);

        assertThat(settings(TopicRules::sealed, weak))
                .containsExactly("min.insync.replicas", "unclean.leader.election.enable");
    }

    @Test
    void asksNoSecondReplicaOfATopicThatHasOne() {
        TopicSettings single = new TopicSettings(Set.of("compact"), "CreateTime", -1, -1, 1, false, 1_000_000);
        TopicFacts topic = new TopicFacts("pay.sealed", "id", 1, 1, Optional.of(single));

        assertThat(TopicRules.sealed(topic)).isEmpty();
    }

    @Test
    void findsMoreThanOnePartitionEvenWhereSettingsMayNotBeSeen() {
        TopicFacts topic = new TopicFacts("pay.sealed", "id", 3, 3, Optional.empty());

        assertThat(TopicRules.sealed(topic)).extracting(TopicFinding::setting).containsExactly("partitions");
    }

    @Test
    void saysTopicSettingValueAndWhy() {
        TopicFinding finding = TopicRules.sealed(topic(cleanup(SEALED, Set.of("delete", "compact"))))
                .getFirst();

        assertThat(finding)
                .hasToString("pay.sealed has cleanup.policy=compact,delete, which should be compact:"
                        + " records of the ledger can be deleted");
    }

    private static TopicSettings cleanup(TopicSettings settings, Set<String> policies) {
        return new TopicSettings(
                policies,
                settings.timestampType(),
                settings.retentionMs(),
                settings.retentionBytes(),
                settings.minInSyncReplicas(),
                settings.uncleanLeaderElection(),
                settings.maxMessageBytes());
    }

    private static List<String> settings(Function<TopicFacts, List<TopicFinding>> rules, TopicSettings settings) {
        return rules.apply(topic(settings)).stream().map(TopicFinding::setting).toList();
    }

    private static TopicFacts topic(TopicSettings settings) {
        return new TopicFacts("pay.sealed", "id", 1, 3, Optional.of(settings));
    }
}
