package io.sealstream.follower;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.follower.FollowerConfig.Kept;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/** Goes on from what a store holds: the registers are folded anew from its control events. */
final class StoreReplay {
    private StoreReplay() {}

    /** @throws StoreException where the store contradicts itself */
    static CheckedFold of(IndexStore store, WrittenRecords written, FollowerConfig config) {
        Optional<Position> position = store.position();
        List<SealedEvent> controls = store.controls();
        requireConsistent(store, position, controls);
        if (config.kept() == Kept.RECORDS) {
            requireRecords(store, position);
        }
        KnownEventIds eventIds = new KnownEventIds(store);
        return new CheckedFold(
                store,
                written,
                eventIds,
                verification(position, controls, eventIds, config),
                config.kept(),
                ledger(controls),
                controls.size(),
                position.map(Position::toOffset).orElseGet(() -> new OffsetAndMetadata(0)));
    }

    /** RocksDB finds flipped bits, and not always that a whole file is missing. */
    private static void requireConsistent(IndexStore store, Optional<Position> position, List<SealedEvent> controls) {
        long expectedIds = position.map(p -> p.state().records()).orElse(0L);
        long ids = store.countEventIds();
        if (ids != expectedIds) {
            throw StoreException.damaged("its index has " + ids + " event ids, not " + expectedIds);
        }
        int expectedControls = position.map(Position::controls).orElse(0);
        if (controls.size() != expectedControls) {
            throw StoreException.damaged("it has " + controls.size() + " control events, not " + expectedControls);
        }
        position.ifPresent(p -> requireLast(store, p));
    }

    /** Also where they were not kept before. */
    private static void requireRecords(IndexStore store, Optional<Position> position) {
        long expected = position.map(p -> p.state().records()).orElse(0L);
        long records = store.countRecords();
        if (records != expected) {
            throw StoreException.damaged("it keeps " + records + " records, not " + expected);
        }
    }

    private static void requireLast(IndexStore store, Position position) {
        Sequence last = position.lastSequence();
        boolean indexed = store.find(position.lastEventId())
                .filter(entry -> entry.sequence().equals(last))
                .isPresent();
        if (!indexed) {
            throw StoreException.damaged("sequence " + last + ", where it stands, is not in its index");
        }
    }

    private static Verification verification(
            Optional<Position> position, List<SealedEvent> controls, KnownEventIds eventIds, FollowerConfig config) {
        TopicIdentity topic =
                new TopicIdentity(config.topics().clusterId(), config.topics().sealedTopicId());
        try {
            return Verification.resume(
                    position.map(Position::state).orElse(VerificationState.START),
                    controls,
                    config.certificates(),
                    eventIds,
                    VerificationOptions.ofTopic(topic).withSignatures(Signatures.REQUIRED));
        } catch (IllegalArgumentException e) {
            throw StoreException.damaged("its control events can't be replayed", e);
        }
    }

    private static @Nullable FollowedLedger ledger(List<SealedEvent> controls) {
        @Nullable FollowedLedger ledger = null;
        for (SealedEvent event : controls) {
            ControlEvent control = FollowedLedger.control(event)
                    .orElseThrow(() -> StoreException.damaged("sequence " + event.sequence() + " is no control event"));
            ledger = FollowedLedger.fold(ledger, event, control);
        }
        return ledger;
    }
}
