package io.sealstream.soak.check;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run left behind.
 *
 * @param operations the history
 * @param preparation how many records were sealed before the history began: the genesis and keys
 * @param intake its committed records
 * @param sealed the sealed topic's committed records, in the order of their offsets
 * @param rejected the outcomes in the rejected topic
 * @param export the lines of the export file
 * @param recoveries one for each fault
 * @param bound how long sealing may rest after a fault
 */
public record Evidence(
        List<Operation> operations,
        int preparation,
        List<Submitted> intake,
        List<TopicRecord> sealed,
        List<Rejection> rejected,
        List<String> export,
        Report report,
        List<Recovery> recoveries,
        Duration bound) {

    /** A record of the intake; its key is the event id. */
    public record Submitted(long offset, String eventId) {}

    /**
     * A record of the sealed topic.
     *
     * @param key the sequence that the key says, or -1 where it is none
     * @param line the value in JSON form, or null for a tombstone
     */
    public record TopicRecord(long key, @Nullable String line) {}

    /**
     * An outcome in the rejected topic.
     *
     * @param rejectedAtMs by the sealer's clock
     */
    public record Rejection(long intakeOffset, String eventId, String reason, long rejectedAtMs) {}

    /** What the verifier said. */
    public record Report(String verdict, long size, String head, String root) {}

    /**
     * How long after a fault the next event was sealed and its submitter knew it.
     *
     * @param took where that never came, how long it was waited for
     */
    public record Recovery(String fault, Duration took) {}
}
