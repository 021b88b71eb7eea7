package io.sealstream.core.verify;

import io.sealstream.core.control.LedgerTopics;
import java.util.Optional;

/**
 * A topic that is really being read.
 *
 * @param topicId as Kafka prints it: 22 characters of URL-safe base64
 */
public record TopicIdentity(String clusterId, String topicId) {

    static TopicIdentity ofSealed(LedgerTopics named) {
        return new TopicIdentity(named.clusterId(), named.sealedTopicId());
    }

    static TopicIdentity ofIntake(LedgerTopics named) {
        return new TopicIdentity(named.clusterId(), named.intakeTopicId());
    }

    /** The fault of being another topic than the one that the ledger's newest control event names. */
    Optional<Fault> replaced(TopicIdentity named, String role) {
        return equals(named)
                ? Optional.empty()
                : Optional.of(Fault.ofLedger(
                        FaultKind.TOPIC_REPLACED,
                        named.toString(),
                        toString(),
                        "the " + role + " topic that was read is not the one that the ledger names"));
    }

    @Override
    public String toString() {
        return "topic id " + topicId + " in cluster " + clusterId;
    }
}
