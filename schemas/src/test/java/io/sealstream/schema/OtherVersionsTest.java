package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.seal.RejectedEvent;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

/** Records of other versions, and other readers of these. */
class OtherVersionsTest {
    private static final Schema CURRENT = io.sealstream.schema.avro.RejectedEvent.getClassSchema();

    /** The current schema, but for a field that is not there yet and one that is there no more. */
    private static final Schema OLDER = new Schema.Parser()
            .parse(CURRENT.toString()
                    .replace("{\"name\":\"value_length\",\"type\":\"int\"", "{\"name\":\"colour\",\"type\":\"int\""));

    @Test
    void anOlderRecordIsReadWithTheDefaultsOfWhatItLacks() throws IOException {
        RejectedEventCodec codec = new RejectedEventCodec(new SingleObjectFraming(CURRENT, List.of(OLDER)));
        byte[] bytes = Samples.REJECTED_BYTES
                .with("fingerprint", littleEndianHex(SingleObjectFraming.fingerprint(OLDER)))
                .bytes();

        Decoding<RejectedEvent> decoding = codec.decode(bytes);

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded -> assertThat(decoded.value())
                                .usingRecursiveComparison()
                                .ignoringFields("valueLength")
                                .isEqualTo(Samples.REJECTED));
    }

    /** Such records lie in topics: the first version knew no admission policy. */
    @Test
    void aRejectionOfTheFirstVersionHasNoRemarks() {
        Decoding<RejectedEvent> decoding = new RejectedEventCodec().decode(Samples.REJECTED_BYTES_OF_VERSION_1.bytes());

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded -> assertThat(decoded.value())
                                .usingRecursiveComparison()
                                .isEqualTo(new RejectedEvent(
                                        Samples.REJECTED.reason(),
                                        Samples.REJECTED.detail(),
                                        Samples.REJECTED.intakeTopicId(),
                                        Samples.REJECTED.intake(),
                                        Samples.REJECTED.rejectedAtMs(),
                                        Samples.REJECTED.eventId(),
                                        Samples.REJECTED.original(),
                                        Samples.REJECTED.key(),
                                        Samples.REJECTED.value(),
                                        Samples.REJECTED.valueLength(),
                                        List.of(),
                                        List.of())));
    }

    @Test
    void avrosOwnDecoderReadsTheseBytes() throws IOException {
        byte[] bytes = new SealedEventCodec().encode(Samples.SEALED);
        Schema schema = SchemaHistory.of(io.sealstream.schema.avro.SealedEvent.getClassSchema())
                .getLast();

        GenericRecord record = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema).decode(bytes);

        assertThat(record.get("event_id")).hasToString("evt-1");
        assertThat(record.get("sequence")).isEqualTo(64L);
    }

    private static String littleEndianHex(long fingerprint) {
        return "%016x".formatted(Long.reverseBytes(fingerprint));
    }
}
