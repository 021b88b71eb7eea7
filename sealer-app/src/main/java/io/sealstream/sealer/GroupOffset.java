package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.reader.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
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
    private final KafkaConnection connection;
    private final Duration timeout;
    private final String group;
    private final TopicPartition intake;

    GroupOffset(SealerConfig config, KafkaConnection connection) {
        this.connection = connection;
        this.timeout = config.connection().timeout();
        this.group = SealerConfig.applicationId(config.names());
        this.intake = new TopicPartition(config.names().intake(), 0);
    }

    /** Commits the log's start where nothing is committed. */
    void ensure() {
        try (Admin admin = connection.admin(timeout)) {
            if (committed(admin).isPresent()) {
                return;
            }
            long start = KafkaAnswer.of(admin.listOffsets(Map.of(intake, OffsetSpec.earliest()))
                            .partitionResult(intake))
                    .offset();
            commit(admin, start);
            LOG.info("group {} had no offset in {}: it starts at {}", group, intake.topic(), start);
        } catch (UnknownMemberIdException e) {
            LOG.info("group {} has members already: another sealer looks after its offset", group);
        }
    }

    /** @throws CommandFailure where the group has members: the offset is theirs */
    void moveTo(long offset) {
        try (Admin admin = connection.admin(timeout)) {
            commit(admin, offset);
        } catch (UnknownMemberIdException e) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    "group " + group + " has members: another sealer of this ledger runs; stop it, then start again",
                    e);
        }
    }

    /** The offset that is to be read next. */
    OptionalLong committed() {
        try (Admin admin = connection.admin(timeout)) {
            return committed(admin);
        }
    }

    private OptionalLong committed(Admin admin) {
        OffsetAndMetadata committed = KafkaAnswer.of(admin.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(intake))))
                        .partitionsToOffsetAndMetadata(group))
                .get(intake);
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
    }

    private void commit(Admin admin, long offset) {
        KafkaAnswer.of(admin.alterConsumerGroupOffsets(group, Map.of(intake, new OffsetAndMetadata(offset)))
                .all());
    }
}
