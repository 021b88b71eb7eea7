package io.sealstream.verifier.run;

import io.sealstream.core.verify.JudgedBatch;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/** The thread on which records are judged in their order. Others prepare them ahead of it and verify signatures behind it. */
final class Judging implements Runnable {
    private final Verification verification;
    private final Conveyor<Piece> prepared;
    private final Window<JudgedBatch.Answered> answered;
    private final RunListener listener;
    private @Nullable Runnable afterFirst;
    private long payloadsElsewhere;
    private @Nullable LedgerRecord last;

    /** @param bytes what the records hold on to */
    record Piece(ForkJoinTask<PreparedBatch> batch, long bytes) {}

    /**
     * @param afterFirst is run when the first piece was judged, before any other is, or at the end where there is none; null
     *     where nothing is to be run
     */
    Judging(
            Verification verification,
            Conveyor<Piece> prepared,
            Window<JudgedBatch.Answered> answered,
            @Nullable Runnable afterFirst,
            RunListener listener) {
        this.verification = verification;
        this.prepared = prepared;
        this.answered = answered;
        this.afterFirst = afterFirst;
        this.listener = listener;
    }

    /** Whatever ends it, what was judged until then has been told of. */
    @Override
    public void run() {
        try {
            for (Optional<Piece> piece = prepared.take(); piece.isPresent(); piece = prepared.take()) {
                judge(piece.get());
            }
        } catch (RuntimeException | Error e) {
            prepared.abandon();
            throw e;
        } finally {
            concludeAll();
        }
        if (!prepared.isAbandoned()) {
            afterFirst();
        }
    }

    long payloadsElsewhere() {
        return payloadsElsewhere;
    }

    @Nullable
    LedgerRecord last() {
        return last;
    }

    private void judge(Piece piece) {
        PreparedBatch batch = piece.batch().join();
        last = batch.last();
        payloadsElsewhere += batch.payloadsElsewhere();
        JudgedBatch judged = verification.judge(batch.records());
        answered.add(judged::answer, piece.bytes());
        while (answered.isFull()) {
            concludeOldest();
        }
        if (afterFirst != null) {
            concludeAll();
            afterFirst();
        }
    }

    private void afterFirst() {
        if (afterFirst != null) {
            afterFirst.run();
            afterFirst = null;
        }
    }

    private void concludeAll() {
        while (!answered.isEmpty()) {
            concludeOldest();
        }
    }

    private void concludeOldest() {
        JudgedBatch.Answered oldest = answered.take();
        listener.judged(oldest.size(), verification.conclude(oldest));
    }
}
