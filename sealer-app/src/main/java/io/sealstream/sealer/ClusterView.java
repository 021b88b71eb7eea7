package io.sealstream.sealer;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the cluster told last.
 *
 * @param next the intake offset at which the sealer's group goes on; empty where it has none
 * @param topics by their names
 */
record ClusterView(OptionalLong next, Map<String, TopicView> topics) {
    ClusterView {
        topics = Map.copyOf(topics);
    }

    Optional<TopicView> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    /** The topic that has been stuck for longest. */
    Optional<StuckTopic> stuck() {
        return topics.values().stream()
                .flatMap(topic -> Stream.ofNullable(topic.stuck()))
                .max(Comparator.comparing(StuckTopic::heldFor));
    }
}
