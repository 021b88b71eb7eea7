package io.sealstream.verifier.run;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.JudgedBatch;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.PreparedRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.reader.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Takes records one by one, as they are read, to their faults. On all cores they are decoded, hashed and looked at alone, in
 * batches ahead of the calling thread; that one judges them in order; and their signatures are verified on all cores again,
 * behind it. So reading, too, goes on while others work, and what is on its way is bounded in bytes.
 */
final class LedgerFold implements Consumer<StoredRecord>, AutoCloseable {
    private static final int BATCH_RECORDS = 512;
    private static final long BATCH_BYTES = 1 << 20;
    /** Enough to keep all busy. More would only live long enough to be copied by the garbage collector. */
    private static final int BATCHES_FOR_EACH_CORE = 4;
    /** What records take before they are decoded; it is some times as much in the heap. */
    private static final long BYTES_ON_THEIR_WAY = 8 << 20;

    private final Verification verification;
    private final @Nullable Runnable afterFirst;
    private final Stop stop;
    private final RunListener listener;
    private final ForkJoinPool pool = newPool();
    private final Window<List<PreparedRecord>> prepared = newWindow();
    private final Window<JudgedBatch.Answered> answered = newWindow();
    private List<StoredRecord> batch = new ArrayList<>();
    private long batchBytes;
    private boolean hasBegun;
    private long payloadsElsewhere;
    private @Nullable LedgerRecord last;

    /**
     * @param afterFirst is run when the first record was judged, before any other is; null where the verification is past
     *     that
     */
    LedgerFold(Verification verification, @Nullable Runnable afterFirst, Stop stop, RunListener listener) {
        this.verification = verification;
        this.afterFirst = afterFirst;
        this.stop = stop;
        this.listener = listener;
        this.hasBegun = afterFirst == null;
    }

    /** @throws InterruptException where the run is to end: it gets here from a file as it does from a topic's consumer */
    @Override
    public void accept(StoredRecord record) {
        if (stop.isAsked()) {
            throw new InterruptException("the run was stopped");
        }
        batch.add(record);
        batchBytes += record.size();
        if (!hasBegun) {
            begin();
        } else if (batch.size() >= BATCH_RECORDS || batchBytes >= BATCH_BYTES) {
            prepareBatch();
        }
    }

    /** Judges what is left, at the end. */
    void finish() {
        if (hasBegun) {
            drain();
        } else {
            begin();
        }
    }

    private void drain() {
        prepareBatch();
        while (!prepared.isEmpty()) {
            judgeOldest();
        }
        concludeAll();
    }

    /** Tells of all that was judged. */
    void concludeAll() {
        while (!answered.isEmpty()) {
            concludeOldest();
        }
    }

    /** How many events have their payload somewhere else, where nobody looked. */
    long payloadsElsewhere() {
        return payloadsElsewhere;
    }

    /** The last record that was judged; null where there was none. */
    @Nullable
    LedgerRecord last() {
        return last;
    }

    /** Leaves what is on its way. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** The first record goes alone: the checkpoint that comes with the ledger may be signed with a key that it names. */
    private void begin() {
        hasBegun = true;
        drain();
        if (afterFirst != null) {
            afterFirst.run();
        }
    }

    private void prepareBatch() {
        List<StoredRecord> taken = batch;
        prepared.add(
                () -> taken.stream()
                        .map(stored -> verification.prepare(stored.decode()))
                        .toList(),
                batchBytes);
        batch = new ArrayList<>(BATCH_RECORDS);
        batchBytes = 0;
        while (prepared.isFull()) {
            judgeOldest();
        }
    }

    private void judgeOldest() {
        long bytes = prepared.oldestBytes();
        List<PreparedRecord> oldest = prepared.take();
        oldest.forEach(this::count);
        JudgedBatch judged = verification.judge(oldest);
        answered.add(judged::answer, bytes);
        while (answered.isFull()) {
            concludeOldest();
        }
    }

    private void concludeOldest() {
        JudgedBatch.Answered oldest = answered.take();
        listener.judged(oldest.size(), verification.conclude(oldest));
    }

    private void count(PreparedRecord record) {
        last = record.record();
        if (last.content() instanceof LedgerRecord.Decoded(SealedEvent event)
                && event.event().payload().isReference()) {
            payloadsElsewhere++;
        }
    }

    private <T> Window<T> newWindow() {
        return new Window<>(pool, BATCHES_FOR_EACH_CORE * pool.getParallelism(), BYTES_ON_THEIR_WAY);
    }

    /** First come, first served: the oldest batch is the one that is waited for. */
    private static ForkJoinPool newPool() {
        return new ForkJoinPool(
                Runtime.getRuntime().availableProcessors(),
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                true);
    }
}
