package io.sealstream.gateway.read;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.gateway.health.GatewayStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records from a sequence on, at the pace of their reader: they are fetched from the store when the reader takes more, and
 * little is kept for one that is slow. Everything is done on one executor that runs one task at a time, which is the
 * reader's.
 */
public final class RecordStream {
    /** Fetched at once, at most. */
    private static final int MAX_CHUNK = 16;
    /** Of payloads: where as many more would have more, one is fetched at once. A record can have a megabyte. */
    private static final int CHUNK_BYTES = 256 << 10;

    private final LedgerReads reads;
    private final RecordSink sink;
    private final Executor executor;
    private final Consumer<RecordStream> ended;
    private final Deque<SealedEvent> fetched = new ArrayDeque<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private final Runnable wake = this::schedule;
    private volatile @Nullable GatewayStatus interruption;
    private int chunk = 1;
    private long next;
    private final long end;
    private boolean isPumping;
    private boolean isDone;

    /**
     * @param end behind the last record that is wanted
     * @param ended told once, when no more is given
     */
    RecordStream(
            LedgerReads reads,
            RecordSink sink,
            Executor executor,
            Sequence first,
            long end,
            Consumer<RecordStream> ended) {
        this.reads = reads;
        this.sink = sink;
        this.executor = executor;
        this.next = first.value();
        this.end = end;
        this.ended = ended;
    }

    /** To be told of each step of the follower. */
    Runnable wake() {
        return wake;
    }

    private void schedule() {
        if (isScheduled.compareAndSet(false, true)) {
            executor.execute(() -> {
                isScheduled.set(false);
                pump();
            });
        }
    }

    /** Gives what there is, as long as the reader takes it. On the executor. */
    public void pump() {
        if (isPumping) { // the reader asked for more while it was given something
            return;
        }
        isPumping = true;
        try {
            while (!isDone && sink.isReady() && giveOne()) {}
        } catch (RuntimeException e) { // the store's: nobody else would end the stream
            done();
            sink.interrupted(new GatewayStatus.Degraded("reading failed: " + e), new Sequence(next));
        } finally {
            isPumping = false;
        }
    }

    private boolean giveOne() {
        if (fetched.isEmpty()) {
            fetched.addAll(fetch());
        }
        SealedEvent record = fetched.poll();
        if (record != null) {
            next = record.sequence().value() + 1;
            sink.next(record);
            return true;
        }
        GatewayStatus why = interruption;
        if (next >= end) {
            done();
            sink.complete();
        } else if (why != null) {
            done();
            sink.interrupted(why, new Sequence(next));
        }
        return false;
    }

    private List<SealedEvent> fetch() {
        long wanted = Math.min(chunk, end - next);
        List<SealedEvent> records = wanted <= 0 ? List.of() : reads.records(new Sequence(next), (int) wanted);
        // Twice as many next time, were they to fit like these; one where nothing is known of those to come.
        long bytes = records.stream().mapToLong(RecordStream::bytes).sum();
        boolean isMuch = 2 * bytes > CHUNK_BYTES;
        chunk = records.isEmpty() || isMuch ? 1 : Math.min(MAX_CHUNK, 2 * chunk);
        return records;
    }

    private static long bytes(SealedEvent record) {
        Bytes inline = record.event().payload().inline();
        return inline == null ? 0 : inline.length();
    }

    /** Ends it once what is there already was given. From any thread. */
    void interrupt(GatewayStatus why) {
        interruption = why;
        schedule();
    }

    /** The reader is gone. On the executor. */
    public void cancel() {
        if (!isDone) {
            done();
        }
    }

    private void done() {
        isDone = true;
        fetched.clear();
        ended.accept(this);
    }
}
