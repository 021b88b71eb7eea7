package io.sealstream.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * The oldest transaction that is open in a topic's one partition. Readers of committed records see nothing behind its
 * start until it has ended.
 *
 * @param producerId as the brokers gave it
 * @param producerEpoch of that producer
 * @param startOffset of its first record in this topic: the last stable offset
 * @param lastWriteMs the timestamp of its last record, which in a topic with CreateTime its writer chose; milliseconds
 *     since 1970-01-01T00:00:00Z
 */
public record OpenTransaction(String topic, long producerId, int producerEpoch, long startOffset, long lastWriteMs) {

    /**
     * One line for people: whose it is, how old, and how to end it.
     *
     * @param address of the brokers
     */
    public String describe(String address, Instant now) {
        Instant lastWrite = Instant.ofEpochMilli(lastWriteMs);
        long ageSeconds = Duration.between(lastWrite, now).toSeconds();
        return "producer id " + producerId + " (epoch " + producerEpoch + ") has had it open since offset "
                + startOffset + ", and wrote last at " + lastWrite + " (" + ageSeconds
                + " s ago); it ends with that producer's transaction.timeout.ms. Where it does not, and the producer is"
                + " gone: kafka-transactions.sh --bootstrap-server " + address + " abort --topic " + topic
                + " --partition 0 --start-offset " + startOffset;
    }
}
