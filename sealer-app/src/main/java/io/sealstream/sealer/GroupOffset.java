package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the sealer's group goes on in the intake. Groups without members lose their offsets after some days; the head
 * knows better than the group what has an outcome, so the log's start is right then.
 */
final class GroupOffset {
    private static final Logger LOG = LoggerFactory.getLogger(GroupOffset.class);
    /** Brokers look for sessions that are over every now and then. */
    private static final Duration MARGIN = Duration.ofSeconds(4);

    private final KafkaConnection connection;
    private final Duration timeout;
    private final Duration memberPatience;
    private final String group;
    private final TopicPartition intake;

    GroupOffset(SealerConfig config, KafkaConnection connection) {
        this.connection = connection;
        this.timeout = config.connection().timeout();
        this.memberPatience = config.sessionTimeout().plus(MARGIN);
        this.group = config.names().sealerGroup();
        this.intake = new TopicPartition(config.names().intake(), 0);
    }

    /**
     * Commits the log's start where nothing is committed.
     *
     * @return whether it had to
     */
    boolean ensure() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            if (inspector.committed(group, intake.topic()).isPresent()) {
                return false;
            }
            long start = inspector.range(intake.topic()).start();
            long unused = commit(start);
            LOG.info("group {} had no offset in {}: it starts at {}", group, intake.topic(), start);
            return true;
        } catch (UnknownMemberIdException e) {
            LOG.info("group {} has members already: another sealer looks after its offset", group);
            return false;
        }
    }

    /**
     * Waits as long as a sealer that is gone can still be a member: one that failed leaves the group only when its session
     * is over.
     *
     * @throws CommandFailure where the group has members all the same: the offset is theirs
     */
    void moveTo(long offset) {
        try {
            long unused = KafkaAnswer.after(UnknownMemberIdException.class, memberPatience, () -> commit(offset));
        } catch (UnknownMemberIdException e) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    "group " + group + " has members: another sealer of this ledger runs; stop it, then start again",
                    e);
        }
    }

    private long commit(long offset) {
        try (Admin admin = connection.admin(timeout)) {
            KafkaAnswer.of(admin.alterConsumerGroupOffsets(group, Map.of(intake, new OffsetAndMetadata(offset)))
                    .all());
            return offset;
        }
    }
}
