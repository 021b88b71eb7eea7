package io.sealstream.follower;

import io.sealstream.core.Sequence;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerFault.Reason;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicWatch;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The following thread: reads, folds and publishes, until it is stopped or meets a fault. Outages it waits out. */
final class FollowLoop {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final FollowerConfig config;
    private final KafkaConnection connection;
    private final TopicPartition partition;
    private final CheckedFold fold;
    private final FollowerBoard board;
    private final CountDownLatch stop = new CountDownLatch(1);

    FollowLoop(FollowerConfig config, CheckedFold fold, FollowerBoard board) {
        this.config = config;
        this.connection = new KafkaConnection(config.client());
        this.partition = new TopicPartition(config.names().sealed(), 0);
        this.fold = fold;
        this.board = board;
    }

    /** Asks it to end, which it does after the poll or the question that it is at: an interrupt would break the client off. */
    void stop() {
        stop.countDown();
    }

    /** @throws StoreException where the store failed */
    void run(FollowerListener listener) {
        try {
            while (goesOn()) {
                connectAndFollow(listener);
            }
        } catch (InterruptException | InterruptedException e) {
            if (goesOn()) {
                throw new IllegalStateException("someone interrupted the following thread", e);
            }
        }
    }

    private boolean goesOn() {
        return stop.getCount() > 0 && board.fault().isEmpty();
    }

    private void connectAndFollow(FollowerListener listener) throws InterruptedException {
        try (TopicInspector inspector = new TopicInspector(connection, QUESTION);
                KafkaConsumer<byte[], byte[]> consumer = connection.consumer(QUESTION);
                FollowerListener.Reading reading = listener.reading(consumer)) {
            follow(new TopicWatch(inspector, partition.topic(), config.topics().sealedTopicId()), consumer, listener);
        } catch (InvalidOffsetException e) {
            lost("what was followed up to offset " + fold.next().offset() + " is no longer in " + partition.topic()
                    + ": " + e.getMessage());
        } catch (InterruptException e) {
            throw e;
        } catch (LedgerUnreadableException | KafkaException e) {
            trouble(e.getMessage());
            pause();
        }
    }

    private void follow(TopicWatch watch, KafkaConsumer<byte[], byte[]> consumer, FollowerListener listener)
            throws InterruptedException {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, fold.next());
        boolean seenWhole = false;
        while (goesOn()) {
            if (!seenWhole || watch.isDue()) {
                seenWhole |= isWhole(watch);
            }
            if (seenWhole) {
                poll(consumer, listener);
            } else if (goesOn()) {
                pause();
            }
        }
    }

    private boolean isWhole(TopicWatch watch) {
        try {
            return switch (watch.look()) {
                case TopicWatch.Whole whole -> {
                    board.ends(whole.stableEnd(), whole.end());
                    trouble(null);
                    yield true;
                }
                case TopicWatch.Lost lost -> {
                    lost(lost.detail());
                    yield false;
                }
            };
        } catch (LedgerUnreadableException e) {
            trouble(e.getMessage());
            return false;
        }
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer, FollowerListener listener) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        OffsetAndMetadata after = polled.nextOffsets().get(partition);
        if (after == null) {
            return;
        }
        Optional<FollowerFault> fault = fold.accept(polled.records(partition), after);
        if (fault.isPresent()) {
            board.latch(fault.get());
            return;
        }
        Optional<LedgerSnapshot> folded = fold.snapshot();
        board.publish(folded.orElse(null), after.offset());
        folded.ifPresent(snapshot -> listener.followed(snapshot.followed().head()));
    }

    private void lost(String detail) {
        Sequence lastGood = board.snapshot()
                .map(LedgerSnapshot::followed)
                .map(Followed::head)
                .map(LedgerHead::sequence)
                .orElse(null);
        board.latch(new FollowerFault(Reason.TOPIC_LOST, lastGood, null, detail));
    }

    private void trouble(@Nullable String now) {
        String before = board.status().trouble();
        board.trouble(now);
        if (now != null && !Objects.equals(before, now)) {
            LOG.warn("{} can't be followed at the moment: {}", partition.topic(), now);
        } else if (now == null && before != null) {
            LOG.info("{} can be followed again", partition.topic());
        }
    }

    private void pause() throws InterruptedException {
        boolean stopped = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("{}", stopped ? "stopped" : "trying again");
    }
}
