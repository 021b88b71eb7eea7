package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.reader.FirstCommitted;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicFacts;
import io.sealstream.reader.TopicFinding;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.reader.TopicRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is there already under the names of a ledger that is to be made. A genesis can't be taken back, so whatever would
 * stop its sealer is refused before. Records of the intake would not: they were submitted early, and get their outcome.
 */
final class FoundTopics {
    private final KafkaConnection connection;
    private final LedgerTopicNames names;
    private final Duration timeout;

    FoundTopics(KafkaConnection connection, LedgerTopicNames names, Duration timeout) {
        this.connection = connection;
        this.names = names;
        this.timeout = timeout;
    }

    /** @throws CommandFailure naming the topic that is in the way, and what to do */
    void requireRoomForAGenesis() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            Optional<TopicFacts> sealed = find(inspector, names.sealed());
            if (sealed.isPresent()) {
                requireNoLedger(inspector);
            }
            Optional<TopicFacts> rejected = find(inspector, names.rejected());
            List<TopicFinding> findings = new ArrayList<>();
            find(inspector, names.intake()).map(TopicRules::intake).ifPresent(findings::addAll);
            sealed.map(TopicRules::sealed).ifPresent(findings::addAll);
            rejected.map(TopicRules::rejected).ifPresent(findings::addAll);
            TopicFindings.requireNone(
                    findings, "change that, or delete the topic while it is empty and init makes it as it must be");
            if (rejected.isPresent()) {
                requireNothingLeft(inspector, names.rejected(), "outcomes");
            }
            if (find(inspector, names.headChangelog()).isPresent()) {
                requireNothingLeft(inspector, names.headChangelog(), "the head");
            }
        }
    }

    /** Empty where it is not there. */
    private static Optional<TopicFacts> find(TopicInspector inspector, String topic) throws LedgerUnreadableException {
        try {
            return Optional.of(inspector.facts(topic));
        } catch (LedgerUnreadableException e) {
            if (e.reason() == LedgerUnreadableException.Reason.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void requireNoLedger(TopicInspector inspector) throws LedgerUnreadableException {
        TopicRange range = inspector.range(names.sealed());
        if (FirstCommitted.in(connection, names.sealed(), range, timeout).isPresent()) {
            throw refused(names.sealed()
                    + " at " + connection.address()
                    + " holds records already; choose another name, or go on with: sealstream sealer --ledger "
                    + names.ledger());
        }
    }

    private void requireNothingLeft(TopicInspector inspector, String topic, String what)
            throws LedgerUnreadableException {
        TopicRange range = inspector.range(topic);
        if (range.start() < range.end()) {
            throw refused(topic + " at " + connection.address() + " holds " + what + " of an earlier ledger "
                    + names.ledger() + "; restore that one, choose another name, or delete this topic if nobody needs"
                    + " it any more");
        }
    }

    private static CommandFailure refused(String why) {
        return new CommandFailure(ExitCode.ERROR, why);
    }
}
