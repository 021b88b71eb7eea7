package io.sealstream.client.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {
    private final EventParser parser = new EventParser(() -> Bytes.EMPTY);

    @Test
    void readsEveryMember() throws BadLineException {
        Event event = parser.parse("""
                {"event_id":"a","event_type":"t","occurred_at":1700000000000,"seal_before":"2026-01-31T12:00:00Z",\
                "payload":{"n":1},"payload_salt":"AAE=","metadata":{"k":"v","l":""}}""");

        assertThat(event.eventId().value()).isEqualTo("a");
        assertThat(event.eventType().value()).isEqualTo("t");
        assertThat(event.occurredAtMs()).isEqualTo(1_700_000_000_000L);
        assertThat(event.sealBeforeMs()).isEqualTo(1_769_860_800_000L);
        assertThat(event.payload()).isEqualTo(Payload.inline(Bytes.utf8("{\"n\":1}"), Bytes.ofHex("0001")));
        assertThat(event.metadata().asMap()).isEqualTo(Map.of("k", "v", "l", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\": 1.00 , \"a\":[1, 2,{}]}",
                "[ ]",
                "\"text\"",
                "\"\\u00fc \\\" ü 😀\"",
                "1.50e+3",
                "-7",
                "0",
                "12345678901234567890123456789",
                "true",
                "null"
            })
    void aPayloadIsItsOwnTextCharacterForCharacter(String payload) throws BadLineException {
        for (String line : new String[] {
            "{\"payload\":" + payload + ",\"event_id\":\"a\",\"occurred_at\":0}",
            "{\"event_id\":\"ü😀\", \"occurred_at\":0, \"payload\" : " + payload + " }"
        }) {
            Event event = parser.parse(line);

            assertThat(text(event)).isEqualTo(payload);
        }
    }

    @Test
    void aLongPayloadIsItsOwnTextToo() throws BadLineException {
        String payload = "[\"" + "ü, \\n ".repeat(50_000) + "\", {\"a\" : 1}]";

        Event event = parser.parse("{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":  " + payload + "}");

        assertThat(text(event)).isEqualTo(payload);
    }

    @Test
    void aPayloadCanBeAnyBytes() throws BadLineException {
        Event event = parser.parse("{\"event_id\":\"a\",\"occurred_at\":0,\"payload_base64\":\"AP8=\"}");

        assertThat(event.payload()).isEqualTo(Payload.inline(Bytes.ofHex("00ff")));
    }

    @Test
    void aPayloadCanBeElsewhere() throws BadLineException {
        Hash commitment = Payload.commit(Bytes.EMPTY, Bytes.utf8("x"));

        Event event = parser.parse("""
                {"event_id":"a","occurred_at":0,"payload_ref":"s3://b/k","payload_length":1,\
                "payload_commitment":"%s"}""".formatted(commitment));

        assertThat(event.payload()).isEqualTo(Payload.at("s3://b/k", 1, commitment));
    }

    @Test
    void anInlinePayloadWithoutASaltGetsTheOneThatIsGiven() throws BadLineException {
        EventParser salting = new EventParser(() -> Bytes.ofHex("0102"));

        Event event = salting.parse("{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1}");

        assertThat(event.payload().salt()).isEqualTo(Bytes.ofHex("0102"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,1769860800000",
        "2026-01-31T12:00:00.123999Z,1769860800123",
        "2026-01-31t14:00:00+02:00,1769860800000"
    })
    void timesCanBeRfc3339(String time, long ms) throws BadLineException {
        Event event = parser.parse("{\"event_id\":\"a\",\"occurred_at\":\"" + time + "\",\"payload\":1}");

        assertThat(event.occurredAtMs()).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | not valid JSON",
                "[] | no JSON object",
                "{\"event_id\":\"a\"} | occurred_at is missing",
                "{\"occurred_at\":0} | event_id is missing",
                "{\"event_id\":\"a\",\"occurred_at\":0} | payload_ref is missing",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1} x | Unrecognized token",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1} {} | more behind",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1,\"event_id\":\"b\"} | Duplicate field 'event_id'",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":{\"k\":1,\"k\":2}} | Duplicate field 'k'",
                "{\"event_id\":7} | event_id must be a string",
                "{\"event_id\":\"\",\"occurred_at\":0,\"payload\":1} | event_id has 0 bytes",
                "{\"event_id\":\"\\u0007\",\"occurred_at\":0,\"payload\":1} | event_id has a control character",
                "{\"event_id\":\"\\ud800\",\"occurred_at\":0,\"payload\":1} | event_id is not valid Unicode",
                "{\"event_id\":\"a\",\"occured_at\":0} | occured_at is no member",
                "{\"event_id\":\"a\",\"occurred_at\":1.5} | occurred_at must be a whole number",
                "{\"event_id\":\"a\",\"occurred_at\":\"yesterday\"} | occurred_at must be milliseconds, or RFC 3339",
                "{\"event_id\":\"a\",\"occurred_at\":-1,\"payload\":1} | occurred_at is -1",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1,\"payload_base64\":\"\"} | give one",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload_base64\":\"A\"} | payload_base64 can't be read",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1,\"payload_ref\":\"x\"} | payload stands beside",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload_ref\":\"x\"} | payload_length is missing",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload_commitment\":\"00\"} | payload_commitment can't be read",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1,\"metadata\":{\"k\":1}} | metadata.k must be a string",
                "{\"event_id\":\"a\",\"occurred_at\":0,\"payload\":1,\"metadata\":[]} | metadata must be an object"
            })
    void aBadLineIsRefusedNamingTheField(String line, String problem) {
        assertThatThrownBy(() -> parser.parse(line))
                .isInstanceOf(BadLineException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void whatStandsBesideAnEventGoesToWhoeverKnowsIt() throws BadLineException {
        Map<String, Long> taken = new HashMap<>();
        OtherMembers others = (name, json) -> name.equals("ttl") && taken.put(name, json.getLongValue()) == null;

        Event event = parser.parse("{\"event_id\":\"a\",\"ttl\":50,\"occurred_at\":0,\"payload\":1}", others);

        assertThat(taken).containsExactly(Map.entry("ttl", 50L));
        assertThat(text(event)).isEqualTo("1");
    }

    @Test
    void whatNobodyKnowsIsRefusedAllTheSame() {
        OtherMembers others = (name, json) -> false;

        assertThatThrownBy(() -> parser.parse("{\"event_id\":\"a\",\"ttl\":50}", others))
                .isInstanceOf(BadLineException.class)
                .hasMessageContaining("ttl is no member");
    }

    private static String text(Event event) {
        Bytes inline = event.payload().inline();
        return inline == null ? "none" : new String(inline.toByteArray(), StandardCharsets.UTF_8);
    }
}
