package io.sealstream.follower;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;

/**
 * How far a follower has come. A value: a later one replaces it as a whole.
 *
 * @param head the last record; its intake offset is that of the last sealed record that came from the current intake, -1
 *     where there is none
 * @param keys the register behind that record
 * @param named the topics that the genesis, or the newest sealstream.topic.replaced, names
 */
public record Followed(LedgerHead head, KeyRegister keys, LedgerTopics named) {
    /**
     * The offset of the last sealed record that came from the intake of {@code topics}; {@link LedgerHead#NO_INTAKE} where
     * the ledger names another intake.
     */
    public long intakeOffsetIn(LedgerTopics topics) {
        boolean isNamed = named.clusterId().equals(topics.clusterId())
                && named.intakeTopicId().equals(topics.intakeTopicId());
        return isNamed ? head.intakeOffset() : LedgerHead.NO_INTAKE;
    }
}
