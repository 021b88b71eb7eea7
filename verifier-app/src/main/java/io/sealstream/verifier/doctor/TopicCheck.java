package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicFinding;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRules;
import io.sealstream.reader.TopicSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Whether the three topics are there, and set as docs/format.md section 8 wants them. */
final class TopicCheck implements Check {
    /** What a sealer with its default limits asks for. */
    private static final int ROOM = (1024 + 96) * 1024;
    /** As {@code init} sets it. */
    private static final String USUAL_ROOM = "2097152";

    private final Cluster cluster;
    private final LedgerTopicNames names;
    private final List<Diagnosis> found = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    TopicCheck(Cluster cluster, LedgerTopicNames names) {
        this.cluster = cluster;
        this.names = names;
    }

    /** After the look. */
    Set<String> missing() {
        return Set.copyOf(missing);
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<Diagnosis> look() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            look(inspector, names.intake(), TopicRules::intake);
            look(inspector, names.sealed(), TopicRules::sealed);
            look(inspector, names.rejected(), TopicRules::rejected);
        }
        missing.forEach(topic -> found.add(Diagnosis.fail(name(), "there is no topic " + topic, remedy())));
        return found;
    }

    private void look(TopicInspector inspector, String topic, Function<TopicFacts, List<TopicFinding>> rules)
            throws LedgerUnreadableException {
        try {
            judge(inspector.facts(topic), rules);
        } catch (LedgerUnreadableException e) {
            switch (e.reason()) {
                case MISSING -> missing.add(topic);
                case NOT_PERMITTED -> found.add(Diagnosis.skip(name(), String.valueOf(e.getMessage())));
                case UNREACHABLE, OTHER -> throw e;
            }
        }
    }

    private void judge(TopicFacts topic, Function<TopicFacts, List<TopicFinding>> rules) {
        List<TopicFinding> findings = rules.apply(topic);
        findings.forEach(finding -> found.add(Diagnosis.fail("settings", finding.toString(), change(finding))));
        topic.settings()
                .map(TopicSettings::maxMessageBytes)
                .filter(room -> room < ROOM)
                .ifPresent(room -> found.add(tooSmall(topic.name(), room)));
        if (topic.settings().isEmpty()) {
            found.add(Diagnosis.skip("settings", topic.name() + ": no permission to see them (DescribeConfigs)"));
        } else if (findings.isEmpty()) {
            found.add(Diagnosis.ok("settings", topic.name() + " is set as docs/format.md section 8 wants it"));
        }
    }

    private Diagnosis tooSmall(String topic, int room) {
        return Diagnosis.warn(
                "settings",
                topic + " has max.message.bytes=" + room + ", and a sealer with its default limits starts only with "
                        + ROOM + " or more",
                set(topic, "max.message.bytes=" + USUAL_ROOM));
    }

    private String change(TopicFinding finding) {
        return switch (finding.setting()) {
            case "partitions" ->
                "partitions cannot be taken away: make the ledger anew under another name, or restore it"
                        + " (docs/operations.md, Backup)";
            case "min.insync.replicas" -> set(finding.topic(), "min.insync.replicas=2");
            default -> set(finding.topic(), finding.setting() + '=' + finding.expected());
        };
    }

    private String set(String topic, String setting) {
        return cluster.tool("kafka-configs.sh") + "--alter --entity-type topics --entity-name " + topic
                + " --add-config " + setting;
    }

    private String remedy() {
        return missing.size() == 3
                ? "check the ledger's name and the cluster; a new ledger is made with: "
                        + cluster.sealstream("init", names.ledger()) + "--root-key root.pub"
                : "restore it (docs/operations.md, Backup); init does not mend a ledger";
    }
}
