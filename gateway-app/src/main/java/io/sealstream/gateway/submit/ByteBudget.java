package io.sealstream.gateway.submit;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many bytes of events may be held at once, so that large ones can't fill the memory. */
final class ByteBudget {
    /** Of an event without what is of any length. */
    private static final int ENVELOPE = 1_024;
    /** Of an entry of the metadata without its text. */
    private static final int ENTRY = 128;
    /** Of a hash in the batch proof, with the object that holds it. */
    private static final int NODE = 64;

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    ByteBudget(long size) {
        this.size = size;
    }

    /** What an event takes, roughly. */
    static long of(CertifiedEvent certified) {
        Event event = certified.event();
        Bytes inline = event.payload().inline();
        return ENVELOPE
                + (inline == null ? 0L : inline.length())
                + event.payload().ref().length()
                + event.metadata().asMap().entrySet().stream()
                        .mapToLong(entry -> ENTRY
                                + entry.getKey().length()
                                + entry.getValue().length())
                        .sum()
                + of(certified.certificate());
    }

    private static long of(@Nullable Certificate certificate) {
        if (certificate == null) {
            return 0;
        }
        BatchProof batch = certificate.batch();
        return certificate.signature().length()
                + (batch == null ? 0L : (long) NODE * batch.path().size());
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
