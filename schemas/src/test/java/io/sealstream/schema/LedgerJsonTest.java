package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerJsonTest {
    private static final String LINE = """
            {"sequence":64,"previous_hash":"%s","event_hash":"%s","sealed_at":1700000000123,\
            "intake_partition":0,"intake_offset":3,"event":{"event_id":"evt-1","event_type":"booked",\
            "occurred_at":1700000000000,"seal_before":1700000060000,"payload_ref":"","payload_length":7,\
            "payload_commitment":"%s","payload_salt":"AQI=","payload":"aGVsbG8=","metadata":{"a":"1","ä":"😀"},\
            "certificate":{"algorithm":"Ed25519","key_id":"k-1","signature":"yv4=","batch":null}}}""".formatted("01".repeat(32), "02".repeat(32), "cc".repeat(32));

    @Test
    void aRecordIsOneLineOfThisForm() {
        String line = LedgerJson.write(Samples.SEALED);

        assertThat(line).isEqualTo(LINE);
    }

    @Test
    void thisLineIsReadAsTheRecord() {
        Decoding<SealedEvent> decoding = read(LINE);

        assertThat(decoding).isEqualTo(new Decoding.Decoded<>(Samples.SEALED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sequence\":64 | \"colour\":{\"a\":[1.5]},\"sequence\":64",
                "\"batch\":null | \"batch\":null,\"colour\":null",
                "\"a\":\"1\" | \"\\u0061\":\"\\u0031\"",
                "{\"sequence\" | { \"sequence\" ",
                "}}} | }}}\r",
            })
    void whatIsNotOfTheFormButMeansTheSameIsRead(String part, String other) {
        Decoding<SealedEvent> decoding = read(LINE.replace(part, other));

        assertThat(decoding).isEqualTo(new Decoding.Decoded<>(Samples.SEALED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sequence\":64 | \"sequence\":64,\"sequence\":64 | Duplicate field 'sequence'",
                "\"a\":\"1\" | \"a\":\"1\",\"\\u0061\":\"2\" | Duplicate field 'a'",
                "\"sequence\":64, | `` | sequence is missing",
                "\"seal_before\":1700000060000, | `` | event.seal_before is missing",
                "\"batch\":null | \"colour\":null | event.certificate.batch is missing",
                "\"sequence\":64 | \"sequence\":64.0 | sequence is no whole number",
                "\"sequence\":64 | \"sequence\":1e3 | sequence is no whole number",
                "\"sequence\":64 | \"sequence\":\"64\" | sequence is no whole number",
                "\"sequence\":64 | \"sequence\":null | sequence is no whole number",
                "\"sequence\":64 | \"sequence\":9223372036854775808 | sequence is no whole number of 64 bits",
                "\"sequence\":64 | \"sequence\":-1 | at least 0, not -1",
                "\"sequence\":64 | \"sequence\":064 | Leading zero",
                "\"sequence\":64 | \"sequence\":+64 | '+'",
                "\"intake_partition\":0 | \"intake_partition\":2147483648 | intake_partition is no whole number of 32",
                "0101010101 | 010101010 | previous_hash cannot be read",
                "0202 | 02020202 | event_hash cannot be read",
                "cccc | CCCC | event.payload_commitment cannot be read",
                "\"AQI=\" | \"AQI\" | event.payload_salt cannot be read",
                "\"AQI=\" | \"AQJ=\" | event.payload_salt cannot be read",
                "\"aGVsbG8=\" | \"aGVs bG8=\" | event.payload cannot be read",
                "\"aGVsbG8=\" | \"-GVsbG8=\" | event.payload cannot be read",
                "\"aGVsbG8=\" | 5 | event.payload is no string",
                "\"evt-1\" | null | event.event_id is no string",
                "\"evt-1\" | \"\\ud800\" | event_id is not valid Unicode",
                "\"booked\" | \"\\udc00\\ud800\" | event_type is not valid Unicode",
                "\"payload_ref\":\"\" | \"payload_ref\":\"\\ud83d\" | payload_ref is not valid Unicode",
                "\"k-1\" | \"\\ud800\" | key_id is not valid Unicode",
                "\"a\":\"1\" | \"a\":\"\\ud800\" | a surrogate stands alone",
                "\"a\":\"1\" | \"\\ud800\":\"1\" | surrogate",
                "\"a\":\"1\" | \"a\":1 | event.metadata.a is no string",
                "\"Ed25519\" | \"ed25519\" | algorithm \"ed25519\" is not known",
                "\"Ed25519\" | 1 | event.certificate.algorithm is no string",
                "\"batch\":null | \"batch\":[] | event.certificate.batch is no object",
                "\"batch\":null | \"batch\":{\"leaf_index\":0,\"tree_size\":1,\"path\":{}} | batch.path is no list",
                "\"batch\":null | \"batch\":{\"leaf_index\":0,\"tree_size\":1,\"path\":[\"00\"]} | batch.path cannot be",
                "\"batch\":null | \"batch\":{\"leaf_index\":0,\"tree_size\":1,\"path\":[null]} | batch.path is no string",
                "}}} | }} | Unexpected end-of-input",
                "}}} | }}}} | '}'",
                "}}} | }}}{} | Trailing token",
            })
    void aLineThatBreaksTheFormIsMalformed(String part, String other, String reason) {
        Decoding<SealedEvent> decoding = read(LINE.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(other)));

        assertMalformed(decoding, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "64", "\"sequence\"", "{", "nul"})
    void whatIsNoObjectIsMalformed(String line) {
        Decoding<SealedEvent> decoding = read(line);

        assertMalformed(decoding, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22ff22", "22c08022", "22eda08022", "22c322"})
    void textThatIsNotValidUtf8IsMalformed(String hexOfText) {
        Bytes line = Bytes.ofHex(
                Bytes.utf8(LINE).hex().replace(Bytes.utf8("\"evt-1\"").hex(), hexOfText));

        Decoding<SealedEvent> decoding = LedgerJson.read(line);

        assertMalformed(decoding, "not valid UTF-8");
    }

    @Test
    void aByteOrderMarkIsMalformed() {
        Decoding<SealedEvent> decoding = read('\uFEFF' + LINE);

        assertMalformed(decoding, "");
    }

    private static Decoding<SealedEvent> read(String line) {
        return LedgerJson.read(Bytes.utf8(line));
    }

    private static void assertMalformed(Decoding<SealedEvent> decoding, String reason) {
        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains(reason));
    }
}
