package io.sealstream.client;

import io.sealstream.reader.LedgerTopicNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the sealed and the rejected topic, from where they ended when it was made, on a thread of its own. */
final class OutcomeFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Without a refusal: polls between two of them can give nothing without one. */
    private static final Duration FORGIVEN = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final OutcomeDecoder decoder;
    private final InFlight inFlight;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean isRefused;
    private long refusedNanos;

    private OutcomeFollower(Consumer<byte[], byte[]> consumer, OutcomeDecoder decoder, InFlight inFlight) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.inFlight = inFlight;
        this.thread = Thread.ofPlatform().daemon().name("outcome-follower").unstarted(this::follow);
    }

    /**
     * Fixes both ends before it returns: the outcomes of what is sent from then on come after them.
     *
     * @param consumer of committed records; closed by this
     * @throws KafkaException where the ends can't be had, say for want of permission
     */
    static OutcomeFollower start(
            Consumer<byte[], byte[]> consumer, LedgerTopicNames names, OutcomeDecoder decoder, InFlight inFlight) {
        List<TopicPartition> partitions =
                List.of(new TopicPartition(names.sealed(), 0), new TopicPartition(names.rejected(), 0));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        OutcomeFollower follower = new OutcomeFollower(consumer, decoder, inFlight);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        try {
            while (true) {
                poll().forEach(record -> decoder.decode(record).ifPresent(inFlight::seen));
                inFlight.expire(System.nanoTime());
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("outcomes are no longer followed: the client is closing");
        } catch (RuntimeException e) {
            LOG.error("outcomes are no longer followed", e);
            inFlight.end("the outcomes are no longer followed: " + e);
        } finally {
            // A polite close waits for the fetch that is on its way.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** Empty where Kafka refuses: a permission that is lost, or a log that lost its end, may come back, and is asked for again. */
    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            if (isRefused && (!polled.isEmpty() || System.nanoTime() - refusedNanos > FORGIVEN.toNanos())) {
                isRefused = false;
                inFlight.troubled(null);
            }
            return polled;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            refused(e);
            return ConsumerRecords.empty();
        }
    }

    private void refused(KafkaException why) {
        if (!isRefused) {
            LOG.warn("outcomes can't be read, which is tried again until they can: {}", why.getMessage());
        }
        isRefused = true;
        refusedNanos = System.nanoTime();
        inFlight.troubled(why.getMessage());
        if (why instanceof InvalidOffsetException lost) {
            // What stood there is gone, and with it the outcomes in it; those to come are appended.
            consumer.seekToEnd(lost.partitions());
        }
        pause();
    }

    /** Not longer than a poll that gives nothing. */
    private void pause() {
        try {
            boolean unused = closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
