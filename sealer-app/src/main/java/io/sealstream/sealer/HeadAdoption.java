package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.RejectedReader;
import io.sealstream.reader.TopicInspector;
import io.sealstream.schema.Decoding;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The head as the topics tell it, for an operator who knows that the head store was lost. Sealing goes on behind the
 * highest intake offset that has an outcome; what the intake lost without one is given up, and said.
 */
final class HeadAdoption {
    private static final Logger LOG = LoggerFactory.getLogger(HeadAdoption.class);
    private final SealerConfig config;
    private final LedgerTopics topics;
    private final KafkaConnection connection;

    HeadAdoption(SealerConfig config, LedgerTopics topics, KafkaConnection connection) {
        this.config = config;
        this.topics = topics;
        this.connection = connection;
    }

    /**
     * Moves the group to where sealing goes on.
     *
     * @param followed the end of {@code L.sealed}, verified; its intake offset is that of an earlier intake where
     *     {@code sameIntake} is false
     */
    LedgerHead head(LedgerHead followed, boolean sameIntake) throws LedgerUnreadableException {
        AtomicLong highest = new AtomicLong(sameIntake ? followed.intakeOffset() : -1);
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
        long intakeOffset = Math.max(highest.get(), logStart() - 1);
        if (intakeOffset > highest.get()) {
            LOG.warn(
                    "{} starts at offset {}; what stood from {} up to it has no outcome and is given up",
                    config.names().intake(),
                    intakeOffset + 1,
                    highest.get() + 1);
        }
        new GroupOffset(config, connection).moveTo(intakeOffset + 1);
        return new LedgerHead(followed.sequence(), followed.eventHash(), followed.sealedAtMs(), intakeOffset);
    }

    /** It may be the highest outcome: what it is about would be judged again. */
    private CommandFailure undecodable(String reason) {
        return new CommandFailure(
                ExitCode.ERROR,
                config.names().rejected() + " has an outcome that can't be read (" + reason
                        + "), so the head can't be told; use the version that wrote it, or a newer one");
    }

    private long logStart() throws LedgerUnreadableException {
        try (TopicInspector inspector =
                new TopicInspector(connection, config.connection().timeout())) {
            return inspector.range(config.names().intake()).start();
        }
    }
}
