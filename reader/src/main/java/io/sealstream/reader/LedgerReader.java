package io.sealstream.reader;

import io.sealstream.core.verify.LedgerRecord;
import java.util.function.Consumer;

/** The records of a ledger in order, to an end that was fixed when the reader was opened. Read once, on one thread. */
public interface LedgerReader extends AutoCloseable {
    /**
     * Gives every record to {@code sink}, also those that are broken.
     *
     * @throws LedgerUnreadableException where not even the first one could be asked for; later trouble is {@link
     *     ReadResult.Incomplete}
     */
    ReadResult readStored(Consumer<StoredRecord> sink) throws LedgerUnreadableException;

    /** {@link #readStored}, and each record is decoded when it comes. */
    default ReadResult read(Consumer<LedgerRecord> sink) throws LedgerUnreadableException {
        return readStored(stored -> sink.accept(stored.decode()));
    }

    @Override
    void close();
}
