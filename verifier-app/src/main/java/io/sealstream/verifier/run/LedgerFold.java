package io.sealstream.verifier.run;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** Takes records one by one and gives them to the verification in batches, which it judges on all cores. */
final class LedgerFold implements Consumer<LedgerRecord> {
    private static final int BATCH_RECORDS = 2_048;
    /** So that a batch of large records fits into any heap. */
    private static final long BATCH_BYTES = 16 << 20;

    private final Verification verification;
    private final Anchor anchor;
    private final List<RootWatch> watches;
    private final Stop stop;
    private final RunListener listener;
    private final List<LedgerRecord> batch = new ArrayList<>();
    private long batchBytes;
    private long decoded;
    private boolean hasBegun;
    private long payloadsElsewhere;

    LedgerFold(Verification verification, Anchor anchor, ReplacedCheckpoint replaced, Stop stop, RunListener listener) {
        this.verification = verification;
        this.anchor = anchor;
        this.watches = List.of(anchor, replaced);
        this.stop = stop;
        this.listener = listener;
    }

    /** @throws InterruptException where the run is to end: it gets here from a file as it does from a topic's consumer */
    @Override
    public void accept(LedgerRecord record) {
        if (stop.isAsked()) {
            throw new InterruptException("the run was stopped");
        }
        batch.add(record);
        if (record.content() instanceof LedgerRecord.Decoded(SealedEvent event)) {
            take(event);
        }
        if (isDue()) {
            flush();
        }
    }

    /** Judges what is left, at the end. */
    void finish() {
        flush();
    }

    /** How many events have their payload somewhere else, where nobody looked. */
    long payloadsElsewhere() {
        return payloadsElsewhere;
    }

    private void take(SealedEvent event) {
        decoded++;
        batchBytes += RecordSize.of(event);
        payloadsElsewhere += event.event().payload().isReference() ? 1 : 0;
    }

    /** The first record goes alone: the checkpoint that comes with the ledger may be signed with a key that it names. */
    private boolean isDue() {
        return !hasBegun || batch.size() >= BATCH_RECORDS || batchBytes >= BATCH_BYTES || isWatched(decoded);
    }

    private boolean isWatched(long size) {
        return watches.stream().anyMatch(watch -> watch.wantsRootAt(size));
    }

    private void flush() {
        listener.judged(batch.size(), verification.accept(batch));
        batch.clear();
        batchBytes = 0;
        hasBegun = true;
        anchor.begin(verification);
        Frontier frontier = verification.state().frontier();
        watches.forEach(watch -> watch.note(frontier));
    }
}
