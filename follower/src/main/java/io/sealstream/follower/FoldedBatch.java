package io.sealstream.follower;

import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one poll adds.
 *
 * @param events all of them, at least one
 * @param controls those that the registers are folded from
 * @param ledger behind the last one
 */
record FoldedBatch(List<SealedEvent> events, List<SealedEvent> controls, FollowedLedger ledger) {
    /** @param records that have no fault, at least one */
    static FoldedBatch of(@Nullable FollowedLedger before, List<LedgerRecord> records) {
        @Nullable FollowedLedger ledger = before;
        List<SealedEvent> events = new ArrayList<>(records.size());
        List<SealedEvent> controls = new ArrayList<>(0);
        for (LedgerRecord record : records) {
            SealedEvent event = event(record);
            events.add(event);
            Optional<ControlEvent> control = FollowedLedger.control(event);
            if (control.isPresent() && !(control.get() instanceof PolicyNoted)) {
                ledger = FollowedLedger.fold(ledger, event, control.get());
                controls.add(event);
            }
        }
        if (ledger == null) {
            throw new IllegalStateException("there is no genesis, and no fault was found");
        }
        return new FoldedBatch(events, controls, ledger);
    }

    private static SealedEvent event(LedgerRecord record) {
        if (record.content() instanceof LedgerRecord.Decoded(SealedEvent event)) {
            return event;
        }
        throw new IllegalStateException(
                "the record at offset " + record.offset() + " is no event, and no fault was found");
    }
}
