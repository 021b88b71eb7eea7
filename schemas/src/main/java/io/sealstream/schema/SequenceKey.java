package io.sealstream.schema;

import io.sealstream.core.Sequence;
import java.nio.ByteBuffer;

/** The keys of the sealed topic: the sequence as 8 bytes, big-endian, so that they sort as the records do. */
public final class SequenceKey {
    private SequenceKey() {}

    public static byte[] encode(Sequence sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence.value()).array();
    }

    public static Decoding<Sequence> decode(byte[] key) {
        if (key.length != Long.BYTES) {
            return new Decoding.Malformed<>("a key of the sealed topic has 8 bytes, not " + key.length);
        }
        long value = ByteBuffer.wrap(key).getLong();
        return value < 0
                ? new Decoding.Malformed<>("the key's sequence is negative: " + value)
                : new Decoding.Decoded<>(new Sequence(value));
    }
}
