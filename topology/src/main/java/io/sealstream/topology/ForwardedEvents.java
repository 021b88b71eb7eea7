package io.sealstream.topology;

import io.sealstream.core.Hash;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.core.seal.LedgerHead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was forwarded and the follower has not folded yet: together with the follower's index it knows every event id. It
 * is dropped whenever the task starts, since what was not committed by then was aborted.
 */
final class ForwardedEvents implements EventIndex {
    private final Map<EventId, Entry> byId = new HashMap<>();
    private final Deque<Forwarded> inOrder = new ArrayDeque<>();

    private record Forwarded(EventId eventId, Hash eventHash, Entry entry) {}

    void add(SealedEvent event) {
        Entry entry = new Entry(event.sequence(), event.event().digest());
        byId.put(event.event().eventId(), entry);
        inOrder.addLast(new Forwarded(event.event().eventId(), event.eventHash(), entry));
    }

    @Override
    public Optional<Entry> find(EventId eventId) {
        return Optional.ofNullable(byId.get(eventId));
    }

    /**
     * Forgets what the follower has folded by now.
     *
     * @return what was forwarded under the followed sequence where it is not what the follower found there, else null
     */
    @Nullable
    Hash confirm(LedgerHead followed) {
        Forwarded last = null;
        while (!inOrder.isEmpty() && inOrder.peekFirst().entry().sequence().compareTo(followed.sequence()) <= 0) {
            last = inOrder.removeFirst();
            byId.remove(last.eventId());
        }
        boolean confirmed = last == null
                || !last.entry().sequence().equals(followed.sequence())
                || last.eventHash().equals(followed.eventHash());
        return confirmed || last == null ? null : last.eventHash();
    }

    int size() {
        return byId.size();
    }
}
