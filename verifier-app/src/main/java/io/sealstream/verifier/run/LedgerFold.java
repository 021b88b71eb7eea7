package io.sealstream.verifier.run;

import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.reader.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Takes records one by one, as they are read, to their faults. The calling thread reads and does nothing else. On all cores
 * records are decoded, hashed and looked at alone, in batches; a thread of its own judges them in order; and their signatures
 * are verified on all cores again, behind it. What is on its way is bounded in bytes.
 */
final class LedgerFold implements Consumer<StoredRecord>, AutoCloseable {
    /**
     * With {@link #BATCHES_FOR_EACH_CORE} just enough to keep all busy: what is on its way lives long enough to be copied by
     * the garbage collector. Four times 512 took a fifth more of the processor.
     */
    private static final int BATCH_RECORDS = 128;

    private static final long BATCH_BYTES = 1 << 20;
    private static final int BATCHES_FOR_EACH_CORE = 2;
    /** What records take before they are decoded; it is some times as much in the heap. */
    private static final long BYTES_ON_THEIR_WAY = 8 << 20;

    private final Verification verification;
    private final Stop stop;
    private final ForkJoinPool pool = newPool();
    private final Conveyor<Judging.Piece> prepared =
            new Conveyor<>(BATCHES_FOR_EACH_CORE * pool.getParallelism(), BYTES_ON_THEIR_WAY);
    private final Judging judge;
    private final CompletableFuture<Void> judging;
    private List<StoredRecord> batch = new ArrayList<>();
    private long batchBytes;
    private boolean hasBegun;

    /**
     * @param afterFirst is run when the first record was judged, before any other is; null where the verification is past
     *     that
     */
    LedgerFold(Verification verification, @Nullable Runnable afterFirst, Stop stop, RunListener listener) {
        this.verification = verification;
        this.stop = stop;
        this.hasBegun = afterFirst == null;
        this.judge = new Judging(verification, prepared, newWindow(), afterFirst, listener);
        this.judging = CompletableFuture.runAsync(judge, LedgerFold::onItsOwnThread);
    }

    /**
     * @throws InterruptException where the run is to end: it gets here from a file as it does from a topic's consumer
     * @throws RuntimeException whatever was thrown where records are judged
     */
    @Override
    public void accept(StoredRecord record) {
        if (stop.isAsked()) {
            throw new InterruptException("the run was stopped");
        }
        batch.add(record);
        batchBytes += record.size();
        // The first goes alone: the checkpoint that comes with the ledger may be signed with a key that it names.
        if (!hasBegun || batch.size() >= BATCH_RECORDS || batchBytes >= BATCH_BYTES) {
            hasBegun = true;
            passOn();
        }
    }

    /**
     * Waits until all that was accepted is judged. An interrupt does not end this.
     *
     * @throws RuntimeException whatever was thrown where records are judged
     */
    void finish() {
        passOn();
        prepared.end();
        throwWhatWasThrown();
    }

    /** How many events have their payload somewhere else, where nobody looked; of those that were judged, at the end. */
    long payloadsElsewhere() {
        return judge.payloadsElsewhere();
    }

    /** The last record that was judged, at the end; null where there was none. */
    @Nullable
    LedgerRecord last() {
        return judge.last();
    }

    /** Leaves what is on its way, but tells of all that was judged. */
    @Override
    public void close() {
        prepared.abandon();
        judging.exceptionally(thrown -> null).join();
        pool.shutdownNow();
    }

    private void passOn() {
        if (!batch.isEmpty()) {
            List<StoredRecord> taken = batch;
            prepared.put(
                    new Judging.Piece(pool.submit(() -> PreparedBatch.of(taken, verification)), batchBytes),
                    batchBytes);
            batch = new ArrayList<>(BATCH_RECORDS);
            batchBytes = 0;
        }
        if (judging.isDone()) {
            throwWhatWasThrown();
        }
    }

    private void throwWhatWasThrown() {
        try {
            judging.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw e;
            }
        }
    }

    private static void onItsOwnThread(Runnable work) {
        Thread.ofPlatform().name("judge").daemon().start(work);
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
