package io.sealstream.topology;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Ties {@link SealingTask} to Streams: a task that starts again gets a new one, with no memory of what was aborted. */
final class SealingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final SealingSetup setup;
    private final HeadStart start;
    private final LedgerCodecs codecs;
    private final PolledBatch batch;
    private @Nullable SealingTask task;

    SealingProcessor(SealingSetup setup, HeadStart start, LedgerCodecs codecs, PolledBatch batch) {
        this.setup = setup;
        this.start = start;
        this.codecs = codecs;
        this.batch = batch;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new SealingTask(setup, start, codecs, batch, context);
    }

    /** Streams may start the same task again after this, and goes on with whatever was scheduled and not cancelled. */
    @Override
    public void close() {
        if (task != null) {
            task.end();
            task = null;
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(task, "init comes first").process(record);
    }
}
