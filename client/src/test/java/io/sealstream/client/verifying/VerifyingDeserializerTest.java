package io.sealstream.client.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.reader.SampleLedger;
import io.sealstream.schema.SealedEventCodec;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class VerifyingDeserializerTest {
    private static final String TOPIC = "payments.sealed";
    private static final SealedEvent RECORD = SampleLedger.events().get(7);

    private final SealedEventCodec codec = new SealedEventCodec();
    private final VerifyingDeserializer deserializer = new VerifyingDeserializer();

    @Test
    void aRightRecordIsGivenOut() {
        assertThat(deserializer.deserialize(TOPIC, codec.encode(RECORD))).isEqualTo(RECORD);
    }

    @Test
    void aTombstoneIsNull() {
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void anotherEventHashIsRefused() {
        byte[] forged = codec.encode(with(Hash.ZERO, RECORD.certified()));

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, forged))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll("event hash", "sequence 7", TOPIC);
    }

    @Test
    void anotherPayloadIsRefused() {
        Payload stated = RECORD.event().payload();
        Payload edited =
                new Payload("", stated.length(), stated.commitment(), stated.salt(), Bytes.utf8("something else"));
        Event event = RECORD.event();
        Event changed = new Event(
                event.eventId(),
                event.eventType(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                edited,
                event.metadata());
        byte[] forged = codec.encode(with(RECORD.eventHash(), new CertifiedEvent(changed, RECORD.certificate())));

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, forged))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll("payload", "sequence 7", TOPIC);
    }

    @Test
    void theHashIsTheOneThatIsConfigured() {
        deserializer.configure(Map.of(VerifyingDeserializer.HASH_CONFIG, "BLAKE3"), false);

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, codec.encode(RECORD)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void anUnknownHashIsNoConfiguration() {
        assertThatThrownBy(() -> deserializer.configure(Map.of(VerifyingDeserializer.HASH_CONFIG, "MD5"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(VerifyingDeserializer.HASH_CONFIG, "SHA-256");
    }

    private static SealedEvent with(Hash eventHash, CertifiedEvent certified) {
        return new SealedEvent(
                RECORD.sequence(), RECORD.previousHash(), eventHash, RECORD.sealedAtMs(), RECORD.intake(), certified);
    }
}
