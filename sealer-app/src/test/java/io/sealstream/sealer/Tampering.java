package io.sealstream.sealer;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What somebody who may write to {@code L.sealed} can append to a ledger of sequences 0 to 3. */
enum Tampering {
    /** A next record that breaks no rule: only the sealer, who did not write it, can tell. */
    NEXT_RECORD("HEAD_MISMATCH", 4, "ends with sequence 4") {
        @Override
        Forgery forge(List<SealedEvent> ledger) {
            SealedEvent last = ledger.getLast();
            return behind(last, last.eventHash(), certified(ledger, Draft.of("stolen")));
        }
    },
    UNLINKED_RECORD("TAMPERED", 4, "CHAIN_BROKEN") {
        @Override
        Forgery forge(List<SealedEvent> ledger) {
            return behind(ledger.getLast(), Hash.ZERO, certified(ledger, Draft.of("stolen")));
        }
    },
    OVERWRITTEN_RECORD("TAMPERED", 2, "SEQUENCE_REGRESSION") {
        @Override
        Forgery forge(List<SealedEvent> ledger) {
            SealedEvent before = ledger.get(1);
            Draft forged = Draft.of("a").withPayload(Payload.inline(Bytes.utf8("forged")));
            return behind(before, before.eventHash(), certified(ledger, forged));
        }
    },
    TOMBSTONE("TAMPERED", 2, "TOMBSTONE") {
        @Override
        Forgery forge(List<SealedEvent> ledger) {
            return tombstone(ledger.get(2));
        }
    },
    GARBAGE("TAMPERED", 4, "MALFORMED") {
        @Override
        Forgery forge(List<SealedEvent> ledger) {
            SealedEvent last = ledger.getLast();
            return new Forgery(key(last.sequence().next()), Bytes.wrap(new byte[] {1, 2, 3}), last.sealedAtMs());
        }
    };

    private final String reason;
    private final long firstBad;
    private final String detail;

    Tampering(String reason, long firstBad, String detail) {
        this.reason = reason;
        this.firstBad = firstBad;
        this.detail = detail;
    }

    /** The reason that a sealer gives. */
    String reason() {
        return reason;
    }

    long firstBad() {
        return firstBad;
    }

    /** What a sealer's detail has in it where it meets the record itself. */
    String detail() {
        return detail;
    }

    abstract Forgery forge(List<SealedEvent> ledger);

    /** A record as it is to be written. */
    record Forgery(Bytes key, @Nullable Bytes value, long timestampMs) {
        /** The same once more. */
        static Forgery of(ConsumerRecord<byte[], byte[]> record) {
            return new Forgery(Bytes.of(record.key()), Bytes.of(record.value()), record.timestamp());
        }
    }

    /** {@code record} once more, behind all that came after it. */
    static Forgery again(SealedEvent record) {
        Bytes value = Bytes.wrap(new SealedEventCodec().encode(record));
        return new Forgery(key(record.sequence()), value, record.sealedAtMs());
    }

    /** What has compaction delete {@code record}. */
    static Forgery tombstone(SealedEvent record) {
        return new Forgery(key(record.sequence()), null, record.sealedAtMs());
    }

    private static CertifiedEvent certified(List<SealedEvent> ledger, Draft draft) {
        return new Certifier(ledger.getFirst().eventHash(), TrialLedger.PRODUCER).certify(draft.event());
    }

    private static Forgery behind(SealedEvent before, Hash previousHash, CertifiedEvent event) {
        SealHeader header = new SealHeader(
                HashAlgorithm.SHA_256,
                before.sequence().next(),
                previousHash,
                before.sealedAtMs(),
                IntakePosition.at(before.intake().offset() + 1),
                event.event().digest(),
                event.certificateDigest());
        SealedEvent forged = SealedEvent.seal(header, ChainHash.of(HashAlgorithm.SHA_256), event);
        Bytes value = Bytes.wrap(new SealedEventCodec().encode(forged));
        return new Forgery(key(forged.sequence()), value, forged.sealedAtMs());
    }

    private static Bytes key(Sequence sequence) {
        return Bytes.wrap(SequenceKey.encode(sequence));
    }
}
