package io.sealstream.verifier.run;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/** About how much memory a record holds on to. The rules limit each field, and a ledger may break the rules. */
final class RecordSize {
    private RecordSize() {}

    /** In bytes, where a character counts as one; what every record has is left out. */
    static long of(SealedEvent record) {
        Event event = record.event();
        return event.eventId().value().length()
                + event.eventType().value().length()
                + of(event.payload())
                + of(event.metadata())
                + of(record.certificate());
    }

    private static long of(Payload payload) {
        Bytes inline = payload.inline();
        return (long) payload.ref().length() + payload.salt().length() + (inline == null ? 0 : inline.length());
    }

    private static long of(Metadata metadata) {
        long size = 0;
        for (var entry : metadata.asMap().entrySet()) {
            size += entry.getKey().length() + (long) entry.getValue().length();
        }
        return size;
    }

    private static long of(@Nullable Certificate certificate) {
        if (certificate == null) {
            return 0;
        }
        BatchProof batch = certificate.batch();
        return (long) certificate.keyId().value().length()
                + certificate.signature().length()
                + (batch == null ? 0 : (long) batch.path().size() * Hash.LENGTH);
    }
}
