package io.sealstream.verifier.run;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.PreparedRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.reader.StoredRecord;
import java.util.List;

/**
 * Records that follow one another, each looked at alone.
 *
 * @param payloadsElsewhere how many have their payload somewhere else
 */
record PreparedBatch(List<PreparedRecord> records, long payloadsElsewhere) {
    /** @param stored at least one */
    static PreparedBatch of(List<StoredRecord> stored, Verification verification) {
        List<PreparedRecord> records = stored.stream()
                .map(record -> verification.prepare(record.decode()))
                .toList();
        return new PreparedBatch(
                records, records.stream().filter(PreparedBatch::isElsewhere).count());
    }

    LedgerRecord last() {
        return records.getLast().record();
    }

    private static boolean isElsewhere(PreparedRecord record) {
        return record.record().content() instanceof LedgerRecord.Decoded(SealedEvent event)
                && event.event().payload().isReference();
    }
}
