package io.sealstream.verifier.state;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicFrame;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.schema.SequenceKey;
import io.sealstream.verifier.ids.IdIndex;
import java.util.List;

/**
 * What a run that found no fault leaves to the next.
 *
 * @param rules by which records were judged, a {@link VerificationState#RULES}
 * @param origin of the ledger
 * @param topic that was read
 * @param logStart the offset at which its log began: where that has moved, records were deleted
 * @param verifiesSignatures false where signatures were left out in any of the runs so far
 * @param verification where it stood at the end
 * @param controlEvents those that took effect
 * @param lastOffset of the last record in the topic
 * @param last that record
 * @param payloadsElsewhere how many events have their payload somewhere else
 * @param ids the files of the event ids, the largest first
 */
public record SavedState(
        int rules,
        String origin,
        TopicIdentity topic,
        long logStart,
        boolean verifiesSignatures,
        VerificationState verification,
        List<SealedEvent> controlEvents,
        long lastOffset,
        SealedEvent last,
        long payloadsElsewhere,
        List<Ids> ids) {

    /**
     * @param file its name in the directory
     * @param digest SHA-256 of its content
     */
    public record Ids(String file, Hash digest, IdIndex index) {}

    public SavedState {
        controlEvents = List.copyOf(controlEvents);
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a ledger has at least the event id of its genesis");
        }
    }

    public long size() {
        return verification.frontier().size();
    }

    /** What the ledger has to contain ever after. */
    public TrustedCheckpoint checkpoint() {
        return new TrustedCheckpoint(size(), verification.frontier().root());
    }

    /** The last record as the topic must have it still. */
    public LedgerRecord lastRecord() {
        return new LedgerRecord(
                lastOffset,
                new LedgerRecord.Decoded(last),
                new TopicFrame(Bytes.wrap(SequenceKey.encode(last.sequence())), last.sealedAtMs()));
    }
}
