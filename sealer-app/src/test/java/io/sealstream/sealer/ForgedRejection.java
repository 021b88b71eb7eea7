package io.sealstream.sealer;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.RejectedEventCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome in {@code L.rejected} that no sealer gave, as it looks where the intake has lost what it was about. */
record ForgedRejection(
        long offset,
        String intakeTopicId,
        @Nullable Bytes key,
        @Nullable Bytes value,
        int valueLength) {
    /** Of a record that had neither key nor value. */
    static ForgedRejection at(long offset, LedgerTopics topics) {
        return new ForgedRejection(offset, topics.intakeTopicId(), null, null, 0);
    }

    ForgedRejection ofKey(byte[] bytes) {
        return new ForgedRejection(offset, intakeTopicId, Bytes.of(bytes), value, valueLength);
    }

    /** @param limit how many bytes of it are kept */
    ForgedRejection ofValue(byte[] bytes, int limit) {
        return new ForgedRejection(offset, intakeTopicId, key, Bytes.of(bytes).cutAt(limit), bytes.length);
    }

    Tampering.Forgery forgery() {
        RejectedEvent rejected = new RejectedEvent(
                RejectReason.MALFORMED,
                "of a record that is lost",
                intakeTopicId,
                IntakePosition.at(offset),
                0,
                null,
                null,
                key,
                value,
                valueLength,
                List.of(),
                List.of());
        return new Tampering.Forgery(Bytes.EMPTY, Bytes.wrap(new RejectedEventCodec().encode(rejected)), 0);
    }
}
