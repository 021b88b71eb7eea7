package io.sealstream.core.seal;

import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about the next record, but for the index of event ids.
 *
 * @param named the topics that the genesis, or the newest sealstream.topic.replaced, names
 * @param actual the topics that the sealer reads and writes
 */
public record SealerState(
        LedgerSettings ledger, LedgerHead head, KeyRegister keys, LedgerTopics named, LedgerTopics actual) {

    /** Whether the ledger was moved to topics that no record names yet: then only that record is sealed. */
    boolean awaitsTopicReplaced() {
        return !named.equals(actual);
    }

    /** @param control what {@code event} says where it is a control event, else null */
    SealerState sealed(SealedEvent event, @Nullable ControlEvent control) {
        return new SealerState(
                ledger,
                head.sealed(event),
                control == null ? keys : keys.replay(control),
                control instanceof TopicReplaced replaced ? replaced.topics() : named,
                actual);
    }

    SealerState rejected(long intakeOffset) {
        return new SealerState(ledger, head.rejected(intakeOffset), keys, named, actual);
    }
}
