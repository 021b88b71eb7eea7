package io.sealstream.sealer;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.LedgerView;
import io.sealstream.reader.FirstCommitted;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.topology.StartLook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Looks at the cluster with plain clients when the task starts. */
final class ClusterLook implements StartLook {
    /** What was fenced ends in less; for what does not, the sealer says why it waits, and asks again. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final SealerConfig config;
    private final LedgerTopics topics;
    private final KafkaConnection connection;
    private final LedgerView ledger;
    private final Duration timeout;

    /** @param topics as they were when the sealer started */
    ClusterLook(SealerConfig config, LedgerTopics topics, KafkaConnection connection, LedgerView ledger) {
        this.config = config;
        this.topics = topics;
        this.connection = connection;
        this.ledger = ledger;
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
    public void awaitRejectedSettled() {
        String rejected = config.names().rejected();
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            boolean unused =
                    KafkaAnswer.after(TimeoutException.class, SETTLING, () -> requireSettled(inspector, rejected));
        } catch (LedgerUnreadableException e) {
            throw outage(e);
        }
    }

    private boolean requireSettled(TopicInspector inspector, String topic) {
        try {
            inspector.openTransaction(topic).ifPresent(open -> {
                throw new TimeoutException("a transaction is open in " + topic + ": "
                        + open.describe(connection.address(), Instant.now()));
            });
            return true;
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
    public Optional<String> lostIntake(LedgerHead head) {
        String intake = config.names().intake();
        long next = head.intakeOffset() + 1;
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            String topicId = inspector.topicId(intake);
            if (!topicId.equals(topics.intakeTopicId())) {
                return Optional.of(intake + " was made anew: its topic id is " + topicId + ", and was "
                        + topics.intakeTopicId() + "; find out who did that, then go on as after a restore: start with"
                        + " --adopt-head until a sealstream.topic.replaced is sealed");
            }
            // Asked before the log's end, which it does not pass while sealers work.
            long position =
                    inspector.committed(config.names().sealerGroup(), intake).orElse(next);
            TopicRange log = inspector.range(intake);
            if (log.start() > next) {
                return Optional.of(intake + " starts at offset " + log.start() + ", but sealing goes on at " + next
                        + ": records without an outcome were deleted; find out by whom, have them submitted again, then"
                        + " start once with --adopt-head, which gives up what is gone");
            }
            Optional<String> lost = new IntakeTail(config, topics, connection, ledger).lost(head, log);
            return lost.isPresent() ? lost : passedOver(log, next, position);
        } catch (LedgerUnreadableException e) {
            throw outage(e);
        }
    }

    private Optional<String> passedOver(TopicRange log, long next, long position) throws LedgerUnreadableException {
        String intake = config.names().intake();
        Optional<String> what = log.end() < position
                ? Optional.of("behind the end of " + intake + ", which is " + log.end())
                : FirstCommitted.in(connection, intake, new TopicRange(next, position), timeout)
                        .map(passed -> "of " + intake + " and pass over " + passed.offset() + ", which has no outcome");
        return what.map(where -> "the group would go on at offset " + position + " " + where
                + "; find out who moved it, and set it back to " + next);
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
