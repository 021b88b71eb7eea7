package io.sealstream.gateway.submit;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of events may be held at once, so that large ones can't fill the memory. */
final class ByteBudget {
    /** Of an event without its payload. */
    private static final int ENVELOPE = 1_024;

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    ByteBudget(long size) {
        this.size = size;
    }

    /** What an event takes. */
    static long of(Event event) {
        Bytes inline = event.payload().inline();
        return ENVELOPE + (inline == null ? 0L : inline.length());
    }

    /** @return false where there is no room; one event has room always, however large it is */
    boolean take(long bytes) {
        long before = taken.getAndAdd(bytes);
        if (before == 0 || before + bytes <= size) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
