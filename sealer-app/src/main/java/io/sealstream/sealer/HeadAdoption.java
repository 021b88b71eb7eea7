package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.follower.Followed;
import io.sealstream.follower.LedgerView;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.RejectedReader;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import io.sealstream.schema.Decoding;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The head as the topics tell it, for an operator who knows that the head store was lost. Sealing goes on behind the
 * highest intake offset that has an outcome; what was deleted from the intake without one is given up, and said. An intake
 * that has lost its end is refused: what is written there now would be skipped.
 */
final class HeadAdoption {
    private static final Logger LOG = LoggerFactory.getLogger(HeadAdoption.class);
    private final SealerConfig config;
    private final LedgerTopics topics;
    private final KafkaConnection connection;
    private final LedgerView ledger;

    /** @param ledger which has followed {@code L.sealed} to its end, and verified it */
    HeadAdoption(SealerConfig config, LedgerTopics topics, KafkaConnection connection, LedgerView ledger) {
        this.config = config;
        this.topics = topics;
        this.connection = connection;
        this.ledger = ledger;
    }

    /**
     * Moves the group to where sealing goes on.
     *
     * @throws CommandFailure where the head can't be told, or is not to be gone on from; nothing was moved then
     */
    LedgerHead head() throws LedgerUnreadableException {
        Followed followed = ledger.followed();
        long highest = highestOutcome(followed.intakeOffsetIn(topics));
        TopicRange log = intakeLog();
        LedgerHead last = followed.head();
        LedgerHead head = new LedgerHead(
                last.sequence(), last.eventHash(), last.sealedAtMs(), Math.max(highest, log.start() - 1));
        new IntakeTail(config, topics, connection, ledger).lost(head, log).ifPresent(lost -> {
            throw new CommandFailure(ExitCode.ERROR, lost);
        });
        if (head.intakeOffset() > highest) {
            LOG.warn(
                    "{} starts at offset {}; what stood from {} up to it has no outcome and is given up",
                    config.names().intake(),
                    log.start(),
                    highest + 1);
        }
        new GroupOffset(config, connection).moveTo(head.intakeOffset() + 1);
        return head;
    }

    private long highestOutcome(long highestSealed) throws LedgerUnreadableException {
        AtomicLong highest = new AtomicLong(highestSealed);
        ReadResult read = new RejectedReader(
                        connection,
                        config.names(),
                        Patience.ofStall(config.connection().timeout()))
                .read(decoding -> {
                    switch (decoding) {
                        case Decoding.Decoded<RejectedEvent>(RejectedEvent event) -> {
                            if (event.intakeTopicId().equals(topics.intakeTopicId())) {
                                highest.accumulateAndGet(event.intake().offset(), Math::max);
                            }
                        }
                        case Decoding.Malformed<RejectedEvent>(String reason) -> throw undecodable(reason);
                    }
                });
        if (read instanceof ReadResult.Incomplete(String reason)) {
            throw new TimeoutException(reason);
        }
        return highest.get();
    }

    /** It may be the highest outcome: what it is about would be judged again. */
    private CommandFailure undecodable(String reason) {
        return new CommandFailure(
                ExitCode.ERROR,
                config.names().rejected() + " has an outcome that can't be read (" + reason
                        + "), so the head can't be told; use the version that wrote it, or a newer one");
    }

    private TopicRange intakeLog() throws LedgerUnreadableException {
        try (TopicInspector inspector =
                new TopicInspector(connection, config.connection().timeout())) {
            return inspector.range(config.names().intake());
        }
    }
}
