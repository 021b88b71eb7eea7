package io.sealstream.verifier;

import io.sealstream.reader.CommittedRecords;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;

/**
 * A ledger in Kafka.
 *
 * @param patience how long to wait without any progress
 */
record LedgerAddress(KafkaConnection connection, LedgerTopicNames names, Patience patience) {
    /** The sealed records, to ask for single ones. */
    CommittedRecords records() throws LedgerUnreadableException {
        return CommittedRecords.open(connection, names.sealed(), patience.stall());
    }
}
