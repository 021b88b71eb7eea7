package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.TopicReplaced;
import org.jspecify.annotations.Nullable;

/**
 * What the next record is measured against: the stored values of the record just read, whatever was wrong with it.
 *
 * @param sequence its own, or the one that it stands for where it could not be decoded
 * @param eventHash as stored; null where it could not be decoded
 * @param sealedAtMs of the last record that could be decoded, {@link #UNKNOWN_TIME} before there was one
 * @param intakeOffset of the last record that has one, since the last sealstream.topic.replaced; {@link
 *     #NO_INTAKE_OFFSET} before there was one
 */
public record LastRecord(Sequence sequence, @Nullable Hash eventHash, long sealedAtMs, long intakeOffset) {
    /** Before every time. */
    public static final long UNKNOWN_TIME = Long.MIN_VALUE;
    /** Below every offset. */
    public static final long NO_INTAKE_OFFSET = -1;

    /** The sequence that should come after {@code last}: 0 where nothing was read yet. */
    static Sequence next(@Nullable LastRecord last) {
        if (last == null) {
            return Sequence.GENESIS;
        }
        boolean isHighest = last.sequence.value() == Long.MAX_VALUE;
        return isHighest ? last.sequence : last.sequence.next();
    }

    /** {@code last} when a record was read behind it that could not be decoded, and stands for the next sequence. */
    static LastRecord undecodable(@Nullable LastRecord last) {
        return last == null
                ? new LastRecord(Sequence.GENESIS, null, UNKNOWN_TIME, NO_INTAKE_OFFSET)
                : new LastRecord(next(last), null, last.sealedAtMs, last.intakeOffset);
    }

    /** {@code last} when {@code event} was read behind it. */
    static LastRecord decoded(@Nullable LastRecord last, ReadEvent event) {
        long offset = event.sealed().intake().offset();
        long before = last == null || event.isOf(TopicReplaced.TYPE) ? NO_INTAKE_OFFSET : last.intakeOffset;
        return new LastRecord(
                event.sequence(),
                event.sealed().eventHash(),
                event.sealed().sealedAtMs(),
                offset >= 0 ? offset : before);
    }
}
