package io.sealstream.follower;

import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.LastRecord;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.reader.SealedRecordDecoder;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Checks records, and only then folds them and writes what was folded, one batch at a time. A batch with a fault is not
 * folded at all: after a restart it is read, and the fault found, again. Not safe to share between threads.
 */
final class CheckedFold {
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();
    private final IndexStore store;
    private final WrittenRecords written;
    private final KnownEventIds eventIds;
    private final Verification verification;
    private final Kept keep;
    private @Nullable FollowedLedger ledger;
    private int controls;
    private OffsetAndMetadata next;

    /**
     * @param controls how many control events were folded
     * @param next where the next record is to be read
     */
    CheckedFold(
            IndexStore store,
            WrittenRecords written,
            KnownEventIds eventIds,
            Verification verification,
            Kept keep,
            @Nullable FollowedLedger ledger,
            int controls,
            OffsetAndMetadata next) {
        this.store = store;
        this.written = written;
        this.eventIds = eventIds;
        this.verification = verification;
        this.keep = keep;
        this.ledger = ledger;
        this.controls = controls;
        this.next = next;
    }

    OffsetAndMetadata next() {
        return next;
    }

    /** What is in the store. Empty before the genesis. */
    Optional<LedgerSnapshot> snapshot() {
        LastRecord last = verification.state().last();
        return ledger == null || last == null ? Optional.empty() : Optional.of(ledger.at(last));
    }

    /**
     * @param after behind {@code records}, and behind what a committed reader does not see
     * @return why nothing was folded, or empty
     * @throws StoreException where the store failed: then this is of no more use
     */
    Optional<FollowerFault> accept(List<ConsumerRecord<byte[], byte[]>> records, OffsetAndMetadata after) {
        if (!records.isEmpty()) {
            List<LedgerRecord> batch = records.stream().map(this::decode).toList();
            List<Fault> faults = verification.accept(batch);
            if (!faults.isEmpty() || verification.lacksAlgorithm()) {
                return FollowerFault.of(verification.resultSoFar(), faults);
            }
            List<byte[]> kept = keep == Kept.RECORDS
                    ? records.stream().map(ConsumerRecord::value).toList()
                    : List.of();
            write(FoldedBatch.of(ledger, batch), kept, after);
        }
        next = after;
        return Optional.empty();
    }

    private LedgerRecord decode(ConsumerRecord<byte[], byte[]> record) {
        return written.take(record.key(), record.value())
                .map(event -> SealedRecordDecoder.framed(record, new LedgerRecord.Decoded(event)))
                .orElseGet(() -> decoder.decode(record));
    }

    private void write(FoldedBatch batch, List<byte[]> kept, OffsetAndMetadata after) {
        int controlsThen = controls + batch.controls().size();
        Position position = new Position(
                after.offset(),
                after.leaderEpoch().orElse(Position.NO_EPOCH),
                batch.events().getLast().event().eventId(),
                controlsThen,
                verification.state());
        store.write(batch, kept, position);
        eventIds.written();
        ledger = batch.ledger();
        controls = controlsThen;
    }
}
