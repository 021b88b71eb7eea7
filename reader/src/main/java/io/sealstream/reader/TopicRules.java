package io.sealstream.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How a ledger's topics should be set, docs/format.md section 8; what is not as it should be is a finding. */
public final class TopicRules {
    private static final String NO_LIMIT = "-1";

    private final TopicFacts topic;
    private final List<TopicFinding> findings = new ArrayList<>();

    private TopicRules(TopicFacts topic) {
        this.topic = topic;
    }

    public static List<TopicFinding> sealed(TopicFacts topic) {
        TopicRules rules = new TopicRules(topic);
        rules.always();
        topic.settings().ifPresent(settings -> {
            rules.cleanup(settings, "compact", "records of the ledger can be deleted");
            rules.require(
                    "message.timestamp.type",
                    settings.timestampType(),
                    "CreateTime",
                    "the broker overwrites sealed_at in each record's timestamp");
        });
        return rules.findings;
    }

    public static List<TopicFinding> intake(TopicFacts topic) {
        List<TopicFinding> findings = new ArrayList<>(outcomes(topic));
        TopicRules rules = new TopicRules(topic);
        topic.settings()
                .ifPresent(settings -> rules.require(
                        "message.timestamp.type",
                        settings.timestampType(),
                        "LogAppendTime",
                        "producers choose the time that the sealer's clock is compared with"));
        findings.addAll(rules.findings);
        return findings;
    }

    public static List<TopicFinding> rejected(TopicFacts topic) {
        return outcomes(topic);
    }

    private static List<TopicFinding> outcomes(TopicFacts topic) {
        TopicRules rules = new TopicRules(topic);
        rules.always();
        topic.settings().ifPresent(settings -> {
            rules.cleanup(settings, "delete", "of several records with one key all but the last can vanish");
            String danger = "records can vanish before anyone has looked at them";
            rules.require("retention.ms", Long.toString(settings.retentionMs()), NO_LIMIT, danger);
            rules.require("retention.bytes", Long.toString(settings.retentionBytes()), NO_LIMIT, danger);
        });
        return rules.findings;
    }

    private void always() {
        require("partitions", Integer.toString(topic.partitions()), "1", "there is no order between partitions");
        topic.settings().ifPresent(settings -> {
            if (topic.replicas() > 1 && settings.minInSyncReplicas() < 2) {
                String actual = Integer.toString(settings.minInSyncReplicas());
                find("min.insync.replicas", actual, "2 or more", "what was acknowledged can be lost with one broker");
            }
            require(
                    "unclean.leader.election.enable",
                    Boolean.toString(settings.uncleanLeaderElection()),
                    "false",
                    "a broker that lags can become leader, and what it lacks is lost");
        });
    }

    private void cleanup(TopicSettings settings, String expected, String danger) {
        if (!settings.cleanupPolicies().equals(Set.of(expected))) {
            find("cleanup.policy", String.join(",", new TreeSet<>(settings.cleanupPolicies())), expected, danger);
        }
    }

    private void require(String setting, String actual, String expected, String danger) {
        if (!actual.equals(expected)) {
            find(setting, actual, expected, danger);
        }
    }

    private void find(String setting, String actual, String expected, String danger) {
        findings.add(new TopicFinding(topic.name(), setting, actual, expected, danger));
    }
}
