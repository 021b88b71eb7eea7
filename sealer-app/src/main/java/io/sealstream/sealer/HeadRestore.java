package io.sealstream.sealer;

import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * Tells what a starting task is busy with. Restoring takes no time, but is over only at the changelog's end: an open
 * transaction there holds it up for as long as it stays open.
 *
 * @param told gets what it is, for people
 */
record HeadRestore(Consumer<String> told) implements StateRestoreListener {
    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        told.accept("restoring the head from " + changelog.topic() + ", up to offset " + end);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {}

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        told.accept("comparing the head with the topics, once its follower is at their end");
    }
}
