package io.sealstream.follower;

import io.sealstream.core.event.EventId;
import io.sealstream.core.verify.EventIds;
import java.util.HashSet;
import java.util.Set;

/** The event ids of the store, and those of the batch that is not written yet. */
final class KnownEventIds implements EventIds {
    private final IndexStore store;
    private final Set<EventId> unwritten = new HashSet<>();

    KnownEventIds(IndexStore store) {
        this.store = store;
    }

    @Override
    public Claim claim(EventId eventId) {
        return () -> unwritten.add(eventId) && store.find(eventId).isEmpty();
    }

    void written() {
        unwritten.clear();
    }
}
