package io.sealstream.schema;

import static io.sealstream.schema.Samples.CERTIFIED_BYTES;
import static io.sealstream.schema.Samples.REFERENCE_BYTES;
import static io.sealstream.schema.Samples.REJECTED_BYTES;
import static io.sealstream.schema.Samples.SEALED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.seal.RejectReason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedRecordTest {
    private static final Codec<?> CERTIFIED = new CertifiedEventCodec();
    private static final Codec<?> SEALED = new SealedEventCodec();
    private static final Codec<?> REJECTED = new RejectedEventCodec();

    static Stream<Arguments> malformed() {
        return Stream.of(
                of(CERTIFIED, "nothing", new HexRecord(), "no Avro single-object encoding"),
                of(CERTIFIED, "half a header", new HexRecord().field("", "c301730172"), "no Avro single-object"),
                of(CERTIFIED, "a registry's marker", CERTIFIED_BYTES.with("marker", "0000"), "no Avro single-object"),
                of(CERTIFIED, "version 2", CERTIFIED_BYTES.with("marker", "c302"), "no Avro single-object"),
                of(
                        CERTIFIED,
                        "an unknown schema",
                        CERTIFIED_BYTES.with("fingerprint", "0102030405060708"),
                        "fingerprint 0807060504030201 is of no known schema of CertifiedEvent"),
                of(CERTIFIED, "another record type", SEALED_BYTES, "of no known schema of CertifiedEvent"),
                of(SEALED, "another record type", CERTIFIED_BYTES, "of no known schema of SealedEvent"),
                of(
                        CERTIFIED,
                        "a byte left over",
                        CERTIFIED_BYTES.with("certificate", "00 00"),
                        "1 bytes are left over"),
                of(CERTIFIED, "overlong UTF-8", CERTIFIED_BYTES.with("event_id", "04 c080"), "not valid UTF-8"),
                of(CERTIFIED, "a lone surrogate", CERTIFIED_BYTES.with("event_id", "06 eda080"), "not valid UTF-8"),
                of(CERTIFIED, "half a character", CERTIFIED_BYTES.with("event_type", "02 c3"), "not valid UTF-8"),
                of(CERTIFIED, "a bad key", CERTIFIED_BYTES.with("metadata", "02 02ff 0231 00"), "not valid UTF-8"),
                of(CERTIFIED, "a bad value", CERTIFIED_BYTES.with("metadata", "02 0261 02ff 00"), "not valid UTF-8"),
                of(
                        CERTIFIED,
                        "a bad key id",
                        CERTIFIED_BYTES.with("certificate", "02 02 02ff 04cafe 00"),
                        "not valid UTF-8"),
                of(
                        CERTIFIED,
                        "a key twice in a block",
                        CERTIFIED_BYTES.with("metadata", "04 0261 0231 0261 0232 00"),
                        "the key \"a\" occurs twice"),
                of(
                        SEALED,
                        "a key twice in two blocks",
                        SEALED_BYTES.with("metadata", "02 0261 0231 02 0261 0231 00"),
                        "the key \"a\" occurs twice"),
                of(
                        CERTIFIED,
                        "an unknown algorithm",
                        CERTIFIED_BYTES.with("certificate", "02 0e 066b2d31 04cafe 00"),
                        "algorithm 7 is not known"),
                of(
                        CERTIFIED,
                        "an algorithm of 256 + 1",
                        CERTIFIED_BYTES.with("certificate", "02 8204 066b2d31 04cafe 00"),
                        "algorithm 257 is not known"),
                of(
                        CERTIFIED,
                        "no such union branch",
                        CERTIFIED_BYTES.with("payload", "04"),
                        "not a valid CertifiedEvent"),
                of(CERTIFIED, "union branch -1", CERTIFIED_BYTES.with("payload", "01"), "not a valid CertifiedEvent"),
                of(
                        CERTIFIED,
                        "a negative length",
                        CERTIFIED_BYTES.with("event_id", "03"),
                        "not a valid CertifiedEvent"),
                of(
                        CERTIFIED,
                        "a number of 11 bytes",
                        CERTIFIED_BYTES.with("occurred_at", "ff".repeat(10) + "01"),
                        "not a valid CertifiedEvent"),
                of(
                        CERTIFIED,
                        "a salt that nothing can hold",
                        CERTIFIED_BYTES.with("payload_salt", "8004" + "00".repeat(256)),
                        "payload_salt has 256 bytes"),
                of(
                        CERTIFIED,
                        "an event_id that nothing can hold",
                        CERTIFIED_BYTES.with("event_id", "808008" + "61".repeat(65_536)),
                        "event_id has 65536 bytes"),
                of(
                        CERTIFIED,
                        "a reference without a commitment",
                        REFERENCE_BYTES.with("payload_commitment", "00"),
                        "payload_commitment is null"),
                of(
                        CERTIFIED,
                        "a reference without a length",
                        REFERENCE_BYTES.with("payload_length", "00"),
                        "payload_length is null"),
                of(CERTIFIED, "no payload at all", CERTIFIED_BYTES.with("payload", "00"), "payload_length is null"),
                of(SEALED, "a negative sequence", SEALED_BYTES.with("sequence", "01"), "at least 0, not -1"),
                of(
                        CERTIFIED,
                        "a path that lacks a hash",
                        CERTIFIED_BYTES.with("certificate", "02 06 066b2d31 04cafe 02 04 06 04" + "a1".repeat(32)),
                        "the bytes end within the record"),
                of(REJECTED, "a negative original", REJECTED_BYTES.with("original_sequence", "02 01"), "not -1"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void aMalformedRecordIsNamedAsSuch(Codec<?> codec, String what, HexRecord record, String reason) {
        Decoding<?> decoding = codec.decode(record.bytes());

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains(reason));
    }

    @Test
    void aRecordThatEndsTooEarlyIsMalformedWhereverItEnds() {
        byte[] whole = SEALED_BYTES.bytes();

        List<Integer> accepted = Stream.iterate(0, length -> length < whole.length, length -> length + 1)
                .filter(length -> !(SEALED.decode(Arrays.copyOf(whole, length)) instanceof Decoding.Malformed))
                .toList();

        assertThat(accepted).isEmpty();
    }

    static Stream<HexRecord> unusual() {
        return Stream.of(
                CERTIFIED_BYTES.with("metadata", "02 0261 0231  02 04c3a4 08f09f9880  00"),
                CERTIFIED_BYTES.with("metadata", "01 08 0261 0231  01 10 04c3a4 08f09f9880  00"),
                CERTIFIED_BYTES.with("payload_ref", "8000"),
                CERTIFIED_BYTES.with("payload_length", "02 01"),
                CERTIFIED_BYTES.with("payload_commitment", "02" + "ee".repeat(32)));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void anotherEncodingOfTheSameValueIsRead(HexRecord record) {
        Decoding<?> decoding = CERTIFIED.decode(record.bytes());

        assertThat(decoding).isEqualTo(new Decoding.Decoded<>(Samples.CERTIFIED));
    }

    @Test
    void aReasonOfANewerSealerIsAnOutcomeAllTheSame() {
        Decoding<?> decoding =
                REJECTED.decode(REJECTED_BYTES.with("reason", "04 4e4f").bytes());

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded ->
                                assertThat(decoded.value()).hasFieldOrPropertyWithValue("reason", RejectReason.OTHER));
    }

    private static Arguments of(Codec<?> codec, String what, HexRecord record, String reason) {
        return Arguments.of(codec, what, record, reason);
    }
}
