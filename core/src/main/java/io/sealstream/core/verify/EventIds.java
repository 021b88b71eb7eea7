package io.sealstream.core.verify;

import io.sealstream.core.event.EventId;

/** The port to the memory of which event ids a ledger has had. */
public interface EventIds {
    /** What can be found out about {@code eventId} ahead of its turn. Any thread may ask, beside others and in any order. */
    Claim claim(EventId eventId);

    /** An event id that is to be remembered. */
    @FunctionalInterface
    interface Claim {
        /**
         * Remembers the id. Asked once for each record that can be decoded, in the order of reading and on one thread, also
         * for records with faults.
         *
         * @return false where the id was there before
         */
        boolean add();
    }
}
