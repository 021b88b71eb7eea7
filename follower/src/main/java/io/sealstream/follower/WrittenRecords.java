package io.sealstream.follower;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What this process has written to {@code L.sealed} itself, until its follower reads it back: the same bytes need not be
 * decoded twice, nor their event hashed. Whatever else stands there is of no use here, so nothing is taken on trust.
 */
final class WrittenRecords {
    /** What is written beyond this is decoded when it comes. It is some times as much in the heap. */
    static final long MAX_BYTES = 32L << 20;

    private final Map<Long, Written> bySequence = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private record Written(Bytes value, SealedEvent event) {}

    /** @param value as it is written; nobody may change it */
    void add(SealedEvent event, byte[] value) {
        if (bytes.get() < MAX_BYTES) {
            bytes.addAndGet(value.length);
            // What was aborted stands here until its sequence is written again, or followed.
            forget(bySequence.put(event.sequence().value(), new Written(Bytes.wrap(value), event)));
        }
    }

    /** The event that was written so, where it is still known. It is asked for once. */
    Optional<SealedEvent> take(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || key.length != Long.BYTES) {
            return Optional.empty();
        }
        Written written = bySequence.remove(ByteBuffer.wrap(key).getLong());
        forget(written);
        return written != null && Arrays.equals(written.value().unsafeArray(), value)
                ? Optional.of(written.event())
                : Optional.empty();
    }

    private void forget(@Nullable Written written) {
        if (written != null) {
            bytes.addAndGet(-written.value().length());
        }
    }
}
