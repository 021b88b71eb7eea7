package io.sealstream.sealer;

import io.sealstream.core.Bytes;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.reader.TopicRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What outcomes a ledger's topics hold at a moment, to be compared with a later one. */
record TopicContents(TopicRange sealedRange, List<Item> sealed, TopicRange rejectedRange, List<Item> rejected) {
    record Item(long offset, @Nullable Bytes key, @Nullable Bytes value, long timestampMs) {}

    static TopicContents of(TrialLedger ledger) throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            return new TopicContents(
                    inspector.range(ledger.names().sealed()),
                    items(ledger, ledger.names().sealed()),
                    inspector.range(ledger.names().rejected()),
                    items(ledger, ledger.names().rejected()));
        }
    }

    private static List<Item> items(TrialLedger ledger, String topic) throws LedgerUnreadableException {
        return Topics.committed(ledger, topic).stream()
                .map(record ->
                        new Item(record.offset(), bytes(record.key()), bytes(record.value()), record.timestamp()))
                .toList();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] array) {
        return array == null ? null : Bytes.of(array);
    }
}
