package io.sealstream.client.verifying;

import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.SealedEventDeserializer;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * For any consumer of {@code L.sealed}, as {@code value.deserializer}: gives out only events whose event hash and payload
 * are right. A tombstone, which a ledger never has, is null, as with any deserializer. What a record is to its neighbours
 * it cannot see; {@link VerifyingConsumer} does.
 *
 * <p>What is wrong is a SerializationException, which {@code poll} throws until the consumer is moved.
 */
public final class VerifyingDeserializer implements Deserializer<SealedEvent> {
    /** The ledger's hash, as its genesis names it: {@code SHA-256}, the default, or {@code BLAKE3}. */
    public static final String HASH_CONFIG = "sealstream.hash";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    HASH_CONFIG,
                    ConfigDef.Type.STRING,
                    HashAlgorithm.SHA_256.jsonName(),
                    ValidString.in(Stream.of(HashAlgorithm.values())
                            .map(HashAlgorithm::jsonName)
                            .toArray(String[]::new)),
                    Importance.MEDIUM,
                    "The ledger's hash, as its genesis names it.");

    private final Deserializer<SealedEvent> decoder = new SealedEventDeserializer();
    private HashAlgorithm hash = HashAlgorithm.SHA_256;

    /** @throws org.apache.kafka.common.config.ConfigException where the hash is none of the format's */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        String name = new AbstractConfig(DEFINITION, configs, false).getString(HASH_CONFIG);
        hash = HashAlgorithm.ofJsonName(name).orElseThrow();
    }

    @Override
    public @Nullable SealedEvent deserialize(String topic, byte @Nullable [] bytes) {
        SealedEvent event = decoder.deserialize(topic, bytes);
        if (event != null && !event.isHashedRight(hash)) {
            throw wrong(
                    topic, event, "the event hash is not " + hash.jsonName() + " of the header (" + HASH_CONFIG + ")");
        }
        if (event != null && !isWhole(event.event().payload())) {
            throw wrong(topic, event, "the payload is missing, or not the one that was hashed");
        }
        return event;
    }

    private static boolean isWhole(Payload payload) {
        return payload.isConsistent() && (payload.inline() != null || payload.isReference());
    }

    private static SerializationException wrong(String topic, SealedEvent event, String what) {
        return new SerializationException("at sequence " + event.sequence() + " in topic " + topic + " " + what
                + "; stop, and run sealstream verify");
    }
}
