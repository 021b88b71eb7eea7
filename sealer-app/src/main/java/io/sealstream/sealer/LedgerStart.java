package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicFinding;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be right before anything runs: the topics, their settings and the genesis. What is wrong ends the process
 * with one line, since waiting would not mend it.
 */
final class LedgerStart {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerStart.class);
    private final SealerConfig config;
    private final KafkaConnection connection;

    LedgerStart(SealerConfig config, KafkaConnection connection) {
        this.config = config;
        this.connection = connection;
    }

    /** Where the ledger is. */
    LedgerPlace check() throws LedgerUnreadableException {
        Duration timeout = config.connection().timeout();
        LedgerTopics topics;
        int replicas;
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            TopicFacts intake = inspector.facts(config.names().intake());
            TopicFacts sealed = inspector.facts(config.names().sealed());
            TopicFacts rejected = inspector.facts(config.names().rejected());
            List<TopicFinding> findings = new ArrayList<>(TopicRules.intake(intake));
            findings.addAll(TopicRules.sealed(sealed));
            findings.addAll(TopicRules.rejected(rejected));
            TopicFindings.requireNone(findings, "change that, then start again");
            List.of(intake, sealed, rejected).forEach(this::requireRoom);
            topics = new LedgerTopics(inspector.clusterId(), intake.topicId(), sealed.topicId());
            replicas = sealed.replicas();
            new SealerPermissions(config, connection).require(inspector);
        }
        return new LedgerPlace(topics, replicas, damage(GenesisReader.read(connection, config.names(), timeout)));
    }

    private void requireRoom(TopicFacts topic) {
        if (topic.settings().isEmpty()) {
            LOG.warn(
                    "the settings of {} may not be seen, so they were not checked; grant DescribeConfigs",
                    topic.name());
        }
        topic.settings().ifPresent(settings -> {
            if (settings.maxMessageBytes() < config.maxRecordBytes()) {
                throw new CommandFailure(
                        ExitCode.ERROR,
                        topic.name() + " has max.message.bytes=" + settings.maxMessageBytes() + ", and "
                                + config.maxRecordBytes() + " are needed for " + SealerConfig.SEALED_MAX_BYTES + "="
                                + config.limits().maxSealedBytes() + " and " + SealerConfig.REJECTED_VALUE_MAX_BYTES
                                + "="
                                + config.limits().maxRejectedBytes() + "; raise the one or lower the others");
            }
        });
    }

    /** What was tampered with is no reason to end: the process stays up to say so. */
    private @Nullable String damage(GenesisReader.Start start) {
        String sealed = config.names().sealed();
        return switch (start) {
            case GenesisReader.Empty empty ->
                throw new CommandFailure(
                        ExitCode.ERROR, sealed + " is empty; make the ledger first, with: sealstream init");
            case GenesisReader.Foreign(String reason) ->
                throw new CommandFailure(
                        ExitCode.ERROR,
                        sealed + " is not the ledger " + config.names().ledger() + ": " + reason
                                + "; check the name and the cluster");
            case GenesisReader.Damaged(String reason) -> {
                LOG.error("{} does not begin as it should: {}; the check tells more", sealed, reason);
                yield reason;
            }
            case GenesisReader.Found found -> null;
        };
    }
}
