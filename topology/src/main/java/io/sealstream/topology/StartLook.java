package io.sealstream.topology;

import io.sealstream.core.seal.LedgerHead;
import java.util.Optional;

/** What a starting task asks the cluster, by a plain client. A Kafka exception means that it is to be started anew. */
public interface StartLook {
    /** Whether {@code L.rejected} holds no committed record; asked only where the head store is empty. */
    boolean nothingRejected();

    /**
     * Waits until no transaction is open in {@code L.rejected}. One that its sealer's brokers have forgotten to end would
     * be committed with that sealer's next, and with it outcomes that were given again since (docs/decisions 0025). In
     * {@code L.sealed} the follower waits for that.
     */
    void awaitRejectedSettled();

    /** The high watermark of {@code L.sealed}. */
    long sealedEnd();

    /**
     * Whether intake records that have no outcome yet are gone, would be passed over, or would be taken for records that
     * have one.
     *
     * @param head whose intake offset is that of the last outcome
     * @return what is lost, and what helps, in words that name the offsets; empty where the intake still has all
     */
    Optional<String> lostIntake(LedgerHead head);
}
