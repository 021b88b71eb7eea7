package io.sealstream.sealer;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.follower.Followed;
import io.sealstream.follower.FollowerFault;
import io.sealstream.follower.LedgerView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A follower that stands still. */
final class FollowedUpTo implements LedgerView {
    private final Followed followed;
    private final Map<EventId, Entry> index = new HashMap<>();

    FollowedUpTo(Followed followed) {
        this.followed = followed;
    }

    /** As if {@code event} had been sealed there. */
    FollowedUpTo with(long sequence, Event event) {
        index.put(event.eventId(), new Entry(new Sequence(sequence), event.digest()));
        return this;
    }

    @Override
    public Optional<Entry> find(EventId eventId) {
        return Optional.ofNullable(index.get(eventId));
    }

    @Override
    public Followed followed() {
        return followed;
    }

    @Override
    public void written(SealedEvent event, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LedgerSettings settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FollowerFault> fault() {
        return Optional.empty();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitPosition(long offset, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitSequence(Sequence sequence, Duration timeout) {
        throw new UnsupportedOperationException();
    }
}
