package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;

/** The port to the memory of which event ids a ledger has had. */
public interface EventIds {
    /**
     * Remembers {@code eventId}. Asked once for each record that can be decoded, in the order of reading, also for
     * records with faults.
     *
     * @return false where it was there before
     */
    boolean addIfAbsent(EventId eventId, Sequence sequence);
}
