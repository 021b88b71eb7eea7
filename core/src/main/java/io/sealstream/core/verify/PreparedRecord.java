package io.sealstream.core.verify;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord.Decoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record, and all that can be found out of it alone: most of the work. {@link Verification#prepare} makes it. */
public final class PreparedRecord {
    private final LedgerRecord record;
    private final @Nullable Lone lone;

    private PreparedRecord(LedgerRecord record, @Nullable Lone lone) {
        this.record = record;
        this.lone = lone;
    }

    /** @param chain null before the first record that could be decoded */
    static PreparedRecord of(LedgerRecord record, @Nullable ChainCheck chain, EventIds eventIds) {
        return new PreparedRecord(
                record,
                record.content() instanceof Decoded(SealedEvent event)
                        ? Lone.of(ReadEvent.of(record, event), chain, eventIds)
                        : null);
    }

    public LedgerRecord record() {
        return record;
    }

    /** Null where the record could not be decoded. */
    @Nullable
    Lone lone() {
        return lone;
    }

    /**
     * What a decoded record shows without any other.
     *
     * @param eventId to be remembered when the record is judged
     * @param hashes null before the ledger's hash algorithm is known
     * @param ofContent faults of payload and fields
     * @param ofFrame faults of what the topic keeps beside the value
     */
    record Lone(
            ReadEvent event,
            EventIds.Claim eventId,
            @Nullable HeaderHashes hashes,
            List<Fault> ofContent,
            List<Fault> ofFrame) {
        private static Lone of(ReadEvent event, @Nullable ChainCheck chain, EventIds eventIds) {
            RecordFaults content = new RecordFaults(event.sequence(), event.offset());
            PayloadCheck.check(event, content);
            FieldCheck.check(event, content);
            RecordFaults frame = new RecordFaults(event.sequence(), event.offset());
            FrameCheck.check(event, frame);
            return new Lone(
                    event,
                    eventIds.claim(event.event().eventId()),
                    chain == null ? null : chain.hashes(event),
                    content.list(),
                    frame.list());
        }
    }
}
