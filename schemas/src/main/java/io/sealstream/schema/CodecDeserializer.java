package io.sealstream.schema;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A codec as Kafka's clients want it: a tombstone is null, and a malformed value a SerializationException. */
abstract class CodecDeserializer<T> implements Deserializer<T> {
    private final Codec<T> codec;

    CodecDeserializer(Codec<T> codec) {
        this.codec = codec;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        return switch (codec.decode(bytes)) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Malformed<T>(String reason) ->
                throw new SerializationException("a value of topic " + topic + " is malformed: " + reason);
        };
    }
}
