package io.sealstream.gateway.read;

import io.sealstream.core.Sequence;
import io.sealstream.gateway.health.GatewayStatus;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The streams that are open, each at its own reader's pace. */
public final class RecordStreams {
    private static final long WITHOUT_END = Long.MAX_VALUE;

    private final LedgerReads reads;
    private final FollowedSignal signal;
    private final Set<RecordStream> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable GatewayStatus interruption;

    public RecordStreams(LedgerReads reads, FollowedSignal signal) {
        this.reads = reads;
        this.signal = signal;
    }

    /** How many there are. */
    public int count() {
        return open.size();
    }

    /**
     * The records from {@code first} on, and those to come. Nothing is given before the stream is pumped.
     *
     * @param executor one task at a time; the sink's
     */
    public RecordStream live(Sequence first, RecordSink sink, Executor executor) {
        return open(first, WITHOUT_END, sink, executor);
    }

    /**
     * The records from {@code first} up to {@code last}, {@code limit} at most.
     *
     * @param limit at least 1
     */
    public RecordStream range(Sequence first, Sequence last, long limit, RecordSink sink, Executor executor) {
        long available = Math.max(0, last.value() - first.value() + 1);
        return open(first, first.value() + Math.min(limit, available), sink, executor);
    }

    private RecordStream open(Sequence first, long end, RecordSink sink, Executor executor) {
        RecordStream stream = new RecordStream(reads, sink, executor, first, end, this::ended);
        open.add(stream);
        signal.add(stream.wake());
        Optional.ofNullable(interruption).ifPresent(stream::interrupt);
        return stream;
    }

    /** Ends all, and those to come, once they have given what is there: nothing more will be followed. */
    public void interrupt(GatewayStatus why) {
        interruption = why;
        open.forEach(stream -> stream.interrupt(why));
    }

    private void ended(RecordStream stream) {
        open.remove(stream);
        signal.remove(stream.wake());
    }
}
