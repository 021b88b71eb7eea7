package io.sealstream.verifier.run;

import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicFinding;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicLedgerReader;
import io.sealstream.reader.TopicRules;
import io.sealstream.verifier.report.NotChecked;
import io.sealstream.verifier.report.Source;
import java.util.List;
import java.util.Optional;

/**
 * A ledger's topics.
 *
 * @param auditIntake whether the intake and the rejected topic are read too
 * @param readers consumers that read the sealed topic at once, each other pieces of it
 */
public record TopicSource(
        KafkaConnection connection, LedgerTopicNames names, Patience patience, boolean auditIntake, int readers)
        implements LedgerSource {
    @Override
    public Source describe() {
        return Source.topic(names.sealed(), connection.address());
    }

    @Override
    public Optional<String> askedFor() {
        return Optional.of(names.ledger());
    }

    @Override
    public OpenLedger open(Coverage coverage) throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, patience.stall())) {
            String clusterId = inspector.clusterId();
            TopicFacts sealed = inspector.facts(names.sealed());
            tell(sealed, TopicRules.sealed(sealed), coverage);
            IntakeSide intake = auditIntake
                    ? AuditedIntake.find(this, inspector, clusterId, coverage)
                    : new LeftOutIntake("it was left out (--intake skip)");
            TopicLedgerReader reader = TopicLedgerReader.open(connection, names, patience, readers);
            return new OpenTopic(reader, new TopicIdentity(clusterId, sealed.topicId()), intake);
        }
    }

    static void tell(TopicFacts topic, List<TopicFinding> findings, Coverage coverage) {
        findings.forEach(finding -> coverage.topicSetting(finding.toString()));
        if (topic.settings().isEmpty()) {
            coverage.notChecked(NotChecked.of(
                    "The settings of " + topic.name() + ": no permission to see them.", FindingKind.TOPIC_SETTING));
        }
    }
}
