package io.sealstream.reader;

import java.util.Optional;

/**
 * What the cluster tells of a topic.
 *
 * @param topicId as Kafka prints it: 22 characters of URL-safe base64
 * @param replicas of its first partition
 * @param settings empty where they may not be seen
 */
public record TopicFacts(String name, String topicId, int partitions, int replicas, Optional<TopicSettings> settings) {}
