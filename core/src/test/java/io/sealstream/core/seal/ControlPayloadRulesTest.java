package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.Ed25519SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of control events that say nothing: bad JSON, members that are missing, doubled or of another type. */
class ControlPayloadRulesTest {
    private static final Ed25519SigningKey FRESH = TestKeys.named("fresh");
    private static final String PUBLIC_KEY = FRESH.publicKey().encoded().base64();
    private static final String ADDED = """
            {"key_id":"fresh","algorithm":"Ed25519","public_key":"%s","role":"producer","event_types":["a","b"]}""".formatted(PUBLIC_KEY);
    private static final String REVOKED = "{\"key_id\":\"producer-1\",\"reason\":\"lost\"}";
    private static final String REPLACED =
            "{\"cluster_id\":\"c\",\"intake_topic_id\":\"i\",\"sealed_topic_id\":\"s\",\"reason\":\"r\"}";

    private final TestLedger ledger = TestLedger.requiringCertificates();

    @Test
    void ignoresUnknownMembersAndWhiteSpace() {
        Draft draft = Draft.of("k").type("sealstream.key.added");

        ledger.sealed(ledger.control(draft.payload(" \n{\"more\":{\"a\":[null,1.5]}," + ADDED.substring(1) + "\t ")));
    }

    static Stream<Arguments> added() {
        return Stream.of(
                argumentSet("nothing", "", "JSON object"),
                argumentSet("no JSON", "key_id=fresh", ""),
                argumentSet("half an object", ADDED.substring(0, 40), ""),
                argumentSet("something behind it", ADDED + "{}", ""),
                argumentSet("byte order mark", "\uFEFF" + ADDED, ""),
                argumentSet("a list", "[" + ADDED + "]", "JSON object"),
                argumentSet("a string", "\"key\"", "JSON object"),
                argumentSet("null", "null", "JSON object"),
                argumentSet("comment", "/* */" + ADDED, ""),
                argumentSet("deep nesting", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", ""),
                argumentSet("doubled member", ADDED.replace("{", "{\"key_id\":\"fresh\","), "key_id"),
                argumentSet("doubled unknown member", ADDED.replace("{", "{\"x\":1,\"x\":2,"), "x"),
                argumentSet("doubled member inside another", ADDED.replace("{", "{\"x\":{\"y\":1,\"y\":1},"), "y"),
                argumentSet("no key_id", ADDED.replace("key_id", "id"), "key_id is missing"),
                argumentSet("no algorithm", ADDED.replace("algorithm", "x"), "algorithm is missing"),
                argumentSet("no public_key", ADDED.replace("public_key", "x"), "public_key is missing"),
                argumentSet("no role", ADDED.replace("role", "x"), "role is missing"),
                argumentSet("null key_id", ADDED.replace("\"fresh\"", "null"), "key_id must be a string"),
                argumentSet("number as key_id", ADDED.replace("\"fresh\"", "7"), "key_id must be a string"),
                argumentSet("empty key_id", ADDED.replace("fresh", ""), "key_id"),
                argumentSet("key_id of 129 bytes", ADDED.replace("fresh", "k".repeat(129)), "key_id"),
                argumentSet("control character in key_id", ADDED.replace("fresh", "\\u0000"), "key_id"),
                argumentSet("half a character in key_id", ADDED.replace("fresh", "\\ud800"), "key_id"),
                argumentSet("unknown algorithm", ADDED.replace("Ed25519", "Ed448"), "algorithm"),
                argumentSet("algorithm in another case", ADDED.replace("Ed25519", "ED25519"), "algorithm"),
                argumentSet("Opaque", ADDED.replace("Ed25519", "Opaque"), "Opaque"),
                argumentSet("no base64", ADDED.replace(PUBLIC_KEY, "*"), "public_key"),
                argumentSet("base64 without padding", ADDED.replace("=", ""), "public_key"),
                argumentSet("URL-safe base64", ADDED.replace(PUBLIC_KEY, "-".repeat(43) + "="), "public_key"),
                argumentSet("unknown role", ADDED.replace("producer", "admin"), "role"),
                argumentSet("event_types of a root", ADDED.replace("producer", "root"), "event_types"),
                argumentSet("no event_types in the list", ADDED.replace("\"a\",\"b\"", ""), "event_types"),
                argumentSet("empty prefix", ADDED.replace("\"b\"", "\"\""), "event_types"),
                argumentSet("number as prefix", ADDED.replace("\"b\"", "1"), "event_types"),
                argumentSet("event_types as a string", ADDED.replace("[\"a\",\"b\"]", "\"a\""), "event_types"),
                argumentSet("null event_types", ADDED.replace("[\"a\",\"b\"]", "null"), "event_types"));
    }

    @ParameterizedTest
    @MethodSource("added")
    void rejectsAKeyAddedThatSaysNothing(String json, String words) {
        expectInvalid(Draft.of("k").type("sealstream.key.added").payload(json), words);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet("key.revoked: no key_id", "key.revoked", REVOKED.replace("key_id", "x"), "key_id"),
                argumentSet("key.revoked: no reason", "key.revoked", REVOKED.replace("reason", "x"), "reason"),
                argumentSet("key.revoked: reason a list", "key.revoked", REVOKED.replace("\"lost\"", "[]"), "reason"),
                argumentSet("key.revoked: doubled", "key.revoked", REVOKED.replace("{", "{\"reason\":\"\","), "reason"),
                argumentSet(
                        "topic.replaced: no cluster",
                        "topic.replaced",
                        REPLACED.replace("cluster_id", "x"),
                        "cluster_id"),
                argumentSet(
                        "topic.replaced: no intake",
                        "topic.replaced",
                        REPLACED.replace("intake_topic_id", "x"),
                        "intake_topic_id"),
                argumentSet(
                        "topic.replaced: no sealed",
                        "topic.replaced",
                        REPLACED.replace("sealed_topic_id", "x"),
                        "sealed_topic_id"),
                argumentSet("topic.replaced: no reason", "topic.replaced", REPLACED.replace("reason", "x"), "reason"),
                argumentSet("policy.noted: nothing", "policy.noted", "{}", "sequence"),
                argumentSet("genesis: nothing", "genesis", "{}", "format"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void rejectsTheOtherControlEventsLikewise(String type, String json, String words) {
        expectInvalid(Draft.of("k").type("sealstream." + type).payload(json), words);
    }

    @Test
    void rejectsAControlEventWhosePayloadIsElsewhere() {
        expectInvalid(Draft.of("k").type("sealstream.key.added").payload(Payload.at("s3:", 1, Hash.ZERO)), "inline");
    }

    @Test
    void rejectsBytesThatAreNoUtf8() {
        byte[] bytes = ADDED.getBytes(StandardCharsets.UTF_8);
        bytes[12] = (byte) 0xFF;

        expectInvalid(Draft.of("k").type("sealstream.key.added").payload(Payload.inline(Bytes.wrap(bytes))), "UTF-8");
    }

    /** Whole, the quote alone would fill a record of the rejected topic. */
    @Test
    void quotesALongMemberOnlyInPart() {
        String json = ADDED.replace("producer", "p".repeat(800_000));

        RejectedEvent rejected = ledger.rejected(
                ledger.control(Draft.of("k").type("sealstream.key.added").payload(json)));

        assertThat(rejected.detail()).contains("role \"ppp").hasSizeLessThan(1_100);
    }

    private void expectInvalid(Draft draft, String words) {
        SealerState before = ledger.state();

        RejectedEvent rejected = ledger.rejected(ledger.control(draft));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("payload").contains(words);
        assertThat(ledger.state().keys()).isEqualTo(before.keys());
    }
}
