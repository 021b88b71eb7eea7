package io.sealstream.topology;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the stream thread polled last. The processor commits when it gets to its end: at a low rate each record at once, at
 * a high rate as many as came together. Nothing in a record decides this, since producers write records.
 *
 * <p>Written and read by the stream thread alone.
 */
final class PolledBatch {
    private final ReadAhead ahead;
    private long lastOffset = Long.MAX_VALUE;

    PolledBatch(ReadAhead ahead) {
        this.ahead = ahead;
    }

    /** @param records at least one, in the order of their offsets */
    void polled(List<ConsumerRecord<byte[], byte[]>> records) {
        lastOffset = records.getLast().offset();
        ahead.polled(records);
    }

    boolean endsAt(long offset) {
        return offset >= lastOffset;
    }

    ReadAhead ahead() {
        return ahead;
    }
}
