package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in people's topics stays readable, and what is written does not change by accident. */
class PinnedBytesTest {
    static Stream<Arguments> records() {
        RejectedEvent undecodable = new RejectedEvent(
                RejectReason.MALFORMED,
                "no",
                "tid",
                IntakePosition.at(3),
                1_700_000_000_456L,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                List.of());
        HexRecord undecodableBytes = Samples.REJECTED_BYTES
                .with("reason", "12 4d414c464f524d4544")
                .with("event_id", "00")
                .with("original_sequence", "00")
                .with("key", "00")
                .with("value", "00")
                .with("value_length", "00")
                .with("contributing", "00")
                .with("discarded", "00");
        return Stream.of(
                Arguments.of(new CertifiedEventCodec(), Samples.CERTIFIED, Samples.CERTIFIED_BYTES),
                Arguments.of(new CertifiedEventCodec(), Samples.REFERENCE, Samples.REFERENCE_BYTES),
                Arguments.of(new SealedEventCodec(), Samples.SEALED, Samples.SEALED_BYTES),
                Arguments.of(new RejectedEventCodec(), Samples.REJECTED, Samples.REJECTED_BYTES),
                Arguments.of(new RejectedEventCodec(), undecodable, undecodableBytes));
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aRecordIsWrittenAsTheseBytes(Codec<T> codec, T value, HexRecord pinned) {
        byte[] bytes = codec.encode(value);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(pinned.hex());
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void theseBytesAreReadAsTheRecord(Codec<T> codec, T value, HexRecord pinned) {
        Decoding<T> decoding = codec.decode(pinned.bytes());

        assertThat(decoding).isEqualTo(new Decoding.Decoded<>(value));
    }
}
