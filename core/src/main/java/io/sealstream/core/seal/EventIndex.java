package io.sealstream.core.seal;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import java.util.Optional;

/** Every event id of the ledger up to the state that is being judged in; it never forgets one. */
@FunctionalInterface
public interface EventIndex {
    Optional<Entry> find(EventId eventId);

    /** Where an id was sealed, and as what. */
    record Entry(Sequence sequence, Hash eventDigest) {}
}
