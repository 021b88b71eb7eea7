package io.sealstream.follower;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.verify.LastRecord;
import io.sealstream.core.verify.VerificationState;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Where a follower stands, written with everything up to there.
 *
 * @param nextOffset of the sealed topic
 * @param leaderEpoch of the last record, so that the broker can tell whether it still has that very record; -1 for none
 * @param lastEventId of the last record, which must be in the index
 * @param controls how many control events there must be
 * @param state of the verification behind it
 */
record Position(long nextOffset, int leaderEpoch, EventId lastEventId, int controls, VerificationState state) {
    static final int NO_EPOCH = -1;
    private static final byte VERSION = 1;

    byte[] encode() {
        byte[] id = lastEventId.value().getBytes(StandardCharsets.UTF_8);
        Bytes verification = state.encode();
        return ByteBuffer.allocate(1 + Long.BYTES + 3 * Integer.BYTES + id.length + verification.length())
                .put(VERSION)
                .putLong(nextOffset)
                .putInt(leaderEpoch)
                .putInt(id.length)
                .put(id)
                .putInt(controls)
                .put(verification.unsafeArray())
                .array();
    }

    /** @throws StoreException where the bytes are not what {@link #encode} wrote */
    static Position decode(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw StoreException.damaged("its position has the version " + version + ", not " + VERSION);
            }
            return new Position(in.getLong(), in.getInt(), new EventId(text(in, in.getInt())), in.getInt(), state(in));
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw StoreException.damaged("its position can't be decoded", e);
        }
    }

    private static String text(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static VerificationState state(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return VerificationState.decode(Bytes.wrap(rest));
    }

    /** @throws StoreException where nothing was read yet, so that there should be no position */
    Sequence lastSequence() {
        LastRecord last = state.last();
        if (last == null) {
            throw StoreException.damaged("it has a position before the first record");
        }
        return last.sequence();
    }

    OffsetAndMetadata toOffset() {
        return new OffsetAndMetadata(
                nextOffset, leaderEpoch == NO_EPOCH ? Optional.empty() : Optional.of(leaderEpoch), "");
    }
}
