package io.sealstream.follower;

import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.core.verify.LastRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fold of the control events, as the sealer needs it. A value; records without a fault alone are folded. */
record FollowedLedger(LedgerSettings settings, KeyRegister keys, LedgerTopics named) {
    /** What {@code event} says, where it is a control event. */
    static Optional<ControlEvent> control(SealedEvent event) {
        return event.event().eventType().isControl()
                        && ControlPayload.read(event.event()) instanceof ControlPayload.Valid(ControlEvent control)
                ? Optional.of(control)
                : Optional.empty();
    }

    /** @param before null before the genesis */
    static FollowedLedger fold(@Nullable FollowedLedger before, SealedEvent event, ControlEvent control) {
        if (control instanceof Genesis genesis) {
            return new FollowedLedger(LedgerSettings.of(event, genesis), KeyRegister.of(genesis), genesis.topics());
        }
        if (before == null) {
            throw new IllegalStateException(
                    "sequence " + event.sequence() + " came before the genesis, and no fault was found");
        }
        return new FollowedLedger(
                before.settings,
                before.keys.replay(control),
                control instanceof TopicReplaced replaced ? replaced.topics() : before.named);
    }

    /** What is seen of it when {@code last} is its last record. */
    LedgerSnapshot at(LastRecord last) {
        Hash eventHash = last.eventHash();
        if (eventHash == null) {
            throw new IllegalStateException("sequence " + last.sequence() + " has no hash, and no fault was found");
        }
        LedgerHead head = new LedgerHead(last.sequence(), eventHash, last.sealedAtMs(), last.intakeOffset());
        return new LedgerSnapshot(settings, new Followed(head, keys, named));
    }
}
