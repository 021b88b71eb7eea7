package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.CertifiedEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaSerializersTest {
    private static final String TOPIC = "payments.sealed";

    @Test
    void aProducerWritesTheValueOfTheIntake() {
        Serializer<CertifiedEvent> serializer = configured(CertifiedEventSerializer.class);

        byte[] value = serializer.serialize(TOPIC, Samples.CERTIFIED);

        assertThat(value).isEqualTo(Samples.CERTIFIED_BYTES.bytes());
    }

    static Stream<Arguments> deserializers() {
        return Stream.of(
                Arguments.of(SealedEventDeserializer.class, Samples.SEALED_BYTES, Samples.SEALED),
                Arguments.of(RejectedEventDeserializer.class, Samples.REJECTED_BYTES, Samples.REJECTED));
    }

    @ParameterizedTest
    @MethodSource("deserializers")
    void aConsumerReadsTheCoresValue(Class<? extends Deserializer<?>> type, HexRecord record, Object expected) {
        Deserializer<?> deserializer = configured(type);

        Object value = deserializer.deserialize(TOPIC, record.bytes());

        assertThat(value).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("deserializers")
    void aTombstoneIsNull(Class<? extends Deserializer<?>> type) {
        Deserializer<?> deserializer = configured(type);

        Object value = deserializer.deserialize(TOPIC, (byte[]) null);

        assertThat(value).isNull();
    }

    @ParameterizedTest
    @MethodSource("deserializers")
    void aMalformedValueIsASerializationExceptionThatNamesTopicAndReason(
            Class<? extends Deserializer<?>> type, HexRecord record) {
        Deserializer<?> deserializer = configured(type);

        assertThatThrownBy(() -> deserializer.deserialize(
                        TOPIC, record.with("marker", "0000").bytes()))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith(
                        "a value of topic payments.sealed is malformed: no Avro single-object encoding");
    }

    /** As a client makes it, from the name in its configuration. */
    private static <T> T configured(Class<T> type) {
        ConfigDef definition =
                new ConfigDef().define("class", ConfigDef.Type.CLASS, ConfigDef.Importance.HIGH, "A class.");
        return new AbstractConfig(definition, Map.of("class", type.getName())).getConfiguredInstance("class", type);
    }
}
