package io.sealstream.core.verify;

import org.jspecify.annotations.Nullable;

/** Rules that need the record and the one before it, and no more. */
@FunctionalInterface
interface RecordCheck {
    /** @param before the record just read; null where {@code event} is the first */
    void check(ReadEvent event, @Nullable LastRecord before, RecordFaults faults);
}
