package io.sealstream.sealer;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.reader.FirstCommitted;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.topology.StartLook;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Looks at the cluster with plain clients when the task starts. */
final class ClusterLook implements StartLook {
    private final SealerConfig config;
    private final LedgerTopics topics;
    private final KafkaConnection connection;
    private final Duration timeout;

    /** @param topics as they were when the sealer started */
    ClusterLook(SealerConfig config, LedgerTopics topics, KafkaConnection connection) {
        this.config = config;
        this.topics = topics;
        this.connection = connection;
        this.timeout = config.connection().timeout();
    }

    @Override
    public boolean nothingRejected() {
        try {
            return FirstCommitted.of(connection, config.names().rejected(), timeout)
                    .isEmpty();
        } catch (LedgerUnreadableException e) {
            throw outage(e);
        }
    }

    @Override
    public long sealedEnd() {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            return inspector.range(config.names().sealed()).end();
        } catch (LedgerUnreadableException e) {
            throw outage(e);
        }
    }

    @Override
    public Optional<String> lostIntake(long next) {
        String intake = config.names().intake();
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            String topicId = inspector.topicId(intake);
            if (!topicId.equals(topics.intakeTopicId())) {
                return Optional.of(
                        intake + " was made anew: its topic id is " + topicId + ", and was " + topics.intakeTopicId());
            }
            TopicRange log = inspector.range(intake);
            if (log.start() > next) {
                return Optional.of(intake + " starts at offset " + log.start() + ", but sealing goes on at " + next);
            }
            long position = new GroupOffset(config, connection).committed().orElse(next);
            if (log.end() < Math.max(next, position)) {
                return Optional.of(intake + " ends at offset " + log.end() + ", but sealing goes on at "
                        + Math.max(next, position));
            }
            return FirstCommitted.in(connection, intake, new TopicRange(next, position), timeout)
                    .map(passed -> "the group would go on at offset " + position + " of " + intake + " and pass over "
                            + passed.offset() + ", which has no outcome");
        } catch (LedgerUnreadableException e) {
            throw outage(e);
        }
    }

    /** Only what may pass by itself is an outage; a topic or a permission that is missing has to be told. */
    private static KafkaException outage(LedgerUnreadableException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case UNREACHABLE, OTHER -> new TimeoutException(message, e);
            case MISSING, NOT_PERMITTED -> new KafkaException(message, e);
        };
    }
}
