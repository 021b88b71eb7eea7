package io.sealstream.core.verify;

import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a reader found where a record of the ledger should be.
 *
 * @param offset Kafka's offset, or the line of a file, from 1; it only says where to look
 * @param frame what the topic keeps beside the value; null for records from files
 */
public record LedgerRecord(
        long offset, Content content, @Nullable TopicFrame frame) {

    /** A record from a file. */
    public static LedgerRecord ofFile(long line, Content content) {
        return new LedgerRecord(line, content, null);
    }

    /** What the value turned out to be. */
    public sealed interface Content {}

    public record Decoded(SealedEvent event) implements Content {}

    /** @param reason why the value is no sealed event */
    public record Undecodable(String reason) implements Content {}

    /** There is a key and no value. */
    public record Tombstone() implements Content {}
}
