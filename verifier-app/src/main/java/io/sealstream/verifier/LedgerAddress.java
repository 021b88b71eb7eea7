package io.sealstream.verifier;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.verifier.show.CommittedRecords;

/**
 * A ledger in Kafka.
 *
 * @param patience how long to wait without any progress
 */
record LedgerAddress(KafkaConnection connection, LedgerTopicNames names, Patience patience) {
    /** The sealed records, to ask for single ones. */
    CommittedRecords records() throws LedgerUnreadableException {
        return new CommittedRecords(connection, names.sealed(), patience.stall());
    }
}
