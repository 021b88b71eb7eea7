package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a topic keeps beside a record's value.
 *
 * @param key 8 bytes, big-endian, where the rules are kept; null where the record has none
 * @param timestampMs the record's timestamp; milliseconds since 1970-01-01T00:00:00Z
 */
public record TopicFrame(@Nullable Bytes key, long timestampMs) {

    /** The sequence that the key names. Empty where it names none that this implementation can count to. */
    public Optional<Sequence> keySequence() {
        if (key == null || key.length() != Long.BYTES) {
            return Optional.empty();
        }
        long value = ByteBuffer.wrap(key.unsafeArray()).getLong();
        return value < 0 ? Optional.empty() : Optional.of(new Sequence(value));
    }
}
