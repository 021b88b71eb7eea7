package io.sealstream.verifier.show;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicFrame;
import java.util.Optional;

/** Which record is looked for. */
public sealed interface Wanted {
    boolean is(LedgerRecord record);

    /** The lowest offset at which it stands, unless somebody has rewritten the topic. */
    long likelyOffset();

    /** Also one that can't be decoded, where its key names the sequence. */
    record BySequence(Sequence sequence) implements Wanted {
        @Override
        public boolean is(LedgerRecord record) {
            return switch (record.content()) {
                case LedgerRecord.Decoded(SealedEvent event) -> event.sequence().equals(sequence);
                case LedgerRecord.Undecodable undecodable -> isKeyOf(record);
                case LedgerRecord.Tombstone tombstone -> isKeyOf(record);
            };
        }

        /** Each record before it took an offset, and so did markers. */
        @Override
        public long likelyOffset() {
            return sequence.value();
        }

        private boolean isKeyOf(LedgerRecord record) {
            return Optional.ofNullable(record.frame())
                    .flatMap(TopicFrame::keySequence)
                    .equals(Optional.of(sequence));
        }

        @Override
        public String toString() {
            return "sequence " + sequence;
        }
    }

    record ByEventId(EventId eventId) implements Wanted {
        @Override
        public boolean is(LedgerRecord record) {
            return record.content() instanceof LedgerRecord.Decoded(SealedEvent event)
                    && event.event().eventId().equals(eventId);
        }

        @Override
        public long likelyOffset() {
            return 0;
        }

        @Override
        public String toString() {
            return "the event_id \"" + eventId + '"';
        }
    }
}
