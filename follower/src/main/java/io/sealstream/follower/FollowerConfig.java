package io.sealstream.follower;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.reader.LedgerTopicNames;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a follower follows, and where it keeps what it folds.
 *
 * @param topics the topics as they are now, as the cluster tells their ids
 * @param client Kafka client properties: at least {@code bootstrap.servers}. What the follower depends on it sets itself
 * @param directory its own; one process at a time
 * @param certificates checks the signatures of what is followed
 * @param kept what the store has; one that lacks something is built anew
 */
public record FollowerConfig(
        LedgerTopicNames names,
        LedgerTopics topics,
        Map<String, Object> client,
        Path directory,
        Start start,
        CertificateVerifier certificates,
        Kept kept) {

    public FollowerConfig {
        client = Map.copyOf(client);
    }

    public enum Kept {
        /** Event ids, and what the control events give. */
        INDEX,
        /** Besides, whole records, for {@link Follower#record}. */
        RECORDS
    }

    public enum Start {
        /** From where it was, or from the first record where there is nothing yet. */
        RESUME,
        /** From the first record: what was folded before is dropped, and everything is checked again. */
        ANEW,
        /** As {@link #ANEW}; besides, the ledger may have moved to another cluster or to topics that were made anew. */
        MOVED
    }
}
