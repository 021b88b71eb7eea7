package io.sealstream.soak;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.OpenTransaction;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the transactions that are open where sealers write. */
final class OpenTransactions implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final TopicInspector inspector;
    private final List<String> written;

    OpenTransactions(SoakLedger ledger) throws LedgerUnreadableException {
        LedgerTopicNames names = ledger.names();
        inspector = new TopicInspector(ledger.connection(), TIMEOUT);
        written = List.of(names.sealed(), names.rejected(), names.headChangelog());
    }

    /** Whether one transaction has written to all these topics, and has not ended. */
    boolean hasOneInAll() throws LedgerUnreadableException {
        Set<Long> producers = new HashSet<>();
        for (String topic : written) {
            Optional<OpenTransaction> open = inspector.openTransaction(topic);
            if (open.isEmpty()) {
                return false;
            }
            producers.add(open.get().producerId());
        }
        return producers.size() == 1;
    }

    @Override
    public void close() {
        inspector.close();
    }
}
