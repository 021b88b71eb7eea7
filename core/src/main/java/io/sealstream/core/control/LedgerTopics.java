package io.sealstream.core.control;

/**
 * The topics that a ledger lives in, by the ids that Kafka gave them: a topic that was deleted and made anew has another.
 *
 * @param intakeTopicId as Kafka prints it: 22 characters of URL-safe base64
 * @param sealedTopicId likewise
 */
public record LedgerTopics(String clusterId, String intakeTopicId, String sealedTopicId) {}
