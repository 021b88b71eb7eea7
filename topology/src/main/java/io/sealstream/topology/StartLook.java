package io.sealstream.topology;

import java.util.Optional;

/** What a starting task asks the cluster, by a plain client. A Kafka exception means that it is to be started anew. */
public interface StartLook {
    /** Whether {@code L.rejected} holds no committed record; asked only where the head store is empty. */
    boolean nothingRejected();

    /** The high watermark of {@code L.sealed}. */
    long sealedEnd();

    /**
     * Whether intake records that have no outcome yet are gone or would be passed over.
     *
     * @param next the first intake offset behind the last outcome
     * @return what is lost, in words that name the offsets; empty where the intake still has all
     */
    Optional<String> lostIntake(long next);
}
