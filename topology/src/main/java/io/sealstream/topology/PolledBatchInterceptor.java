package io.sealstream.topology;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Runs inside poll() on the stream thread and publishes each polled batch of the intake. */
public final class PolledBatchInterceptor implements ConsumerInterceptor<byte[], byte[]> {
    /** The configuration key under which the {@link PolledBatch} itself is handed over. */
    static final String BATCH = "sealstream.polled.batch";

    private @Nullable PolledBatch batch;

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(BATCH) instanceof PolledBatch given) {
            batch = given;
        } else {
            throw new IllegalArgumentException(BATCH + " is missing; only SealingTopology sets this interceptor");
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            Objects.requireNonNull(batch, "configure comes first").polled(records.records(partition));
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
