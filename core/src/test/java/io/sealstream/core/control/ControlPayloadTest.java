package io.sealstream.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPayloadTest {
    private static final PublicKey KEY = key(1);
    private static final LedgerTopics TOPICS = new LedgerTopics("cluster", "intake", "sealed");
    private static final NamedPublicKey ROOT = new NamedPublicKey(new KeyId("root-1"), KEY);
    private static final Genesis GENESIS = genesis(List.of(ROOT), key(9));
    private static final KeyAdded PRODUCER =
            new KeyAdded(new KeyId("producer-1"), key(2), KeyRole.PRODUCER, List.of("payment.", "é"));
    private static final KeyRevoked REVOKED = new KeyRevoked(new KeyId("producer-1"), "lost");
    private static final TopicReplaced REPLACED = new TopicReplaced(TOPICS, "restored");
    private static final PolicyNoted NOTED = new PolicyNoted(
            new Sequence(7), PolicyNoted.Outcome.BREAK_GLASS, List.of(new PolicyNoted.Note("rule", "reason")));

    private static PublicKey key(int fill) {
        return new PublicKey(
                SignatureAlgorithm.ED25519,
                Bytes.ofHex(String.format("%02x", fill).repeat(32)));
    }

    private static Genesis genesis(List<NamedPublicKey> roots, PublicKey checkpointKey) {
        return new Genesis(
                "payments",
                "example.com/payments",
                HashAlgorithm.BLAKE3,
                Certification.RECORDED,
                1_760_000_000_000L,
                TOPICS,
                roots,
                checkpointKey);
    }

    private static ControlPayload read(EventType type, Payload payload) {
        return ControlPayload.read(new Event(new EventId("control"), type, 1, 0, payload, Metadata.EMPTY));
    }

    private static ControlPayload read(EventType type, Bytes json) {
        return read(type, Payload.inline(json));
    }

    private static ObjectNode json(ControlEvent control) {
        try {
            return StrictJson.object(control.toPayload());
        } catch (InvalidJsonException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertInvalid(EventType type, Bytes json) {
        assertThat(read(type, json)).isInstanceOf(ControlPayload.Invalid.class);
    }

    private static Stream<ControlEvent> controlEvents() {
        return Stream.of(
                GENESIS,
                PRODUCER,
                new KeyAdded(new KeyId("root-2"), key(3), KeyRole.ROOT, List.of()),
                REVOKED,
                REPLACED,
                NOTED);
    }

    @ParameterizedTest
    @MethodSource("controlEvents")
    void whatWasWrittenIsRead(ControlEvent control) {
        assertThat(read(control.eventType(), control.toPayload())).isEqualTo(new ControlPayload.Valid(control));
    }

    @ParameterizedTest
    @MethodSource("controlEvents")
    void unknownMembersAreIgnored(ControlEvent control) {
        ObjectNode json = json(control).put("more", "of it");
        assertThat(read(control.eventType(), Bytes.utf8(json.toString()))).isEqualTo(new ControlPayload.Valid(control));
    }

    @ParameterizedTest
    @MethodSource("controlEvents")
    void everyMemberMustBeThereUnlessItIsOptional(ControlEvent control) {
        for (String member :
                json(control).propertyStream().map(entry -> entry.getKey()).toList()) {
            ObjectNode json = json(control);
            json.remove(member);
            boolean optional = member.equals("checkpoint_key") || member.equals("event_types");
            assertThat(read(control.eventType(), Bytes.utf8(json.toString())) instanceof ControlPayload.Valid)
                    .as(member)
                    .isEqualTo(optional);
        }
    }

    @ParameterizedTest
    @MethodSource("controlEvents")
    void aMemberOfAnotherTypeIsInvalidAlsoWhereItIsOptional(ControlEvent control) {
        for (String member :
                json(control).propertyStream().map(entry -> entry.getKey()).toList()) {
            assertInvalid(
                    control.eventType(),
                    Bytes.utf8(json(control).putNull(member).toString()));
            assertInvalid(
                    control.eventType(),
                    Bytes.utf8(json(control).put(member, 1.5).toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"key_id\":\"a\",\"key_id\":\"a\",\"reason\":\"r\"}",
                "{\"key_id\":\"a\",\"reason\":\"r\",\"x\":{\"y\":1,\"y\":2}}",
                "{\"key_id\":\"a\",\"reason\":\"r\"}{}",
                "{\"key_id\":\"a\",\"reason\":\"r\"} x",
                "\uFEFF{\"key_id\":\"a\",\"reason\":\"r\"}",
                "{'key_id':'a','reason':'r'}",
                "{\"key_id\":\"\",\"reason\":\"r\"}",
                "{\"key_id\":\"a\\u0000\",\"reason\":\"r\"}",
                "{\"key_id\":\"\\ud800\",\"reason\":\"r\"}",
                "{\"key_id\":\"a\",\"reason\":\"\\ud800\"}",
                "{\"key_id\":\"a\",\"reason\":\"\\udc00\\ud83d\"}",
            })
    void whatIsNotExactlyOneSuchObjectIsInvalid(String json) {
        assertInvalid(KeyRevoked.TYPE, Bytes.utf8(json));
    }

    @Test
    void textThatIsNotUtf8IsInvalid() {
        byte[] json = "{\"key_id\":\"a\",\"reason\":\"?\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        json[json.length - 3] = (byte) 0xFF;
        assertInvalid(KeyRevoked.TYPE, Bytes.wrap(json));
    }

    @Test
    void aKeyIdHasAtMost128Bytes() {
        assertThat(read(KeyRevoked.TYPE, new KeyRevoked(new KeyId("k".repeat(128)), "").toPayload()))
                .isInstanceOf(ControlPayload.Valid.class);
        ObjectNode tooLong = json(REVOKED).put("key_id", "k".repeat(129));
        assertInvalid(KeyRevoked.TYPE, Bytes.utf8(tooLong.toString()));
    }

    @Test
    void aPayloadElsewhereIsInvalid() {
        assertThat(read(KeyRevoked.TYPE, Payload.at("s3://bucket/object", 1, Hash.ZERO)))
                .isInstanceOf(ControlPayload.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealstream.", "sealstream.key", "sealstream.genesis.2", "sealstream.Genesis"})
    void aReservedTypeThatIsNoControlEventIsUnknown(String type) {
        assertThat(read(new EventType(type), Bytes.EMPTY)).isInstanceOf(ControlPayload.UnknownType.class);
    }

    @ParameterizedTest
    @CsvSource({
        "format, 2",
        "hash, SHA-512",
        "certification, Required",
        "origin, example.com/payments?x",
        "origin, ''",
        "created_at, soon",
        "checkpoint_key, AQEB!",
    })
    void aGenesisWithAValueThatTheFormatDoesNotHaveIsInvalid(String member, String value) {
        assertInvalid(Genesis.TYPE, Bytes.utf8(json(GENESIS).put(member, value).toString()));
    }

    @Test
    void theFormatIsANumber() {
        assertInvalid(Genesis.TYPE, Bytes.utf8(json(GENESIS).put("format", 2).toString()));
        assertInvalid(Genesis.TYPE, Bytes.utf8(json(GENESIS).put("format", "1").toString()));
    }

    @Test
    void anOriginHasAtMost255Characters() {
        assertThat(read(
                        Genesis.TYPE,
                        Bytes.utf8(json(GENESIS).put("origin", "o".repeat(255)).toString())))
                .isInstanceOf(ControlPayload.Valid.class);
        assertInvalid(
                Genesis.TYPE,
                Bytes.utf8(json(GENESIS).put("origin", "o".repeat(256)).toString()));
    }

    @Test
    void aGenesisHasRootKeysAndNoneTwice() {
        assertThatThrownBy(() -> genesis(List.of(), KEY)).hasMessageContaining("at least one");
        NamedPublicKey sameId = new NamedPublicKey(ROOT.keyId(), key(5));
        assertThatThrownBy(() -> genesis(List.of(ROOT, sameId), key(9))).hasMessageContaining("twice");
        NamedPublicKey sameKey = new NamedPublicKey(new KeyId("root-2"), KEY);
        assertThatThrownBy(() -> genesis(List.of(ROOT, sameKey), key(9))).hasMessageContaining("twice");
        assertThatThrownBy(() -> genesis(List.of(ROOT), KEY)).hasMessageContaining("checkpoint_key");
        ObjectNode json = json(GENESIS);
        json.putArray("root_keys");
        assertInvalid(Genesis.TYPE, Bytes.utf8(json.toString()));
    }

    private static Stream<String> keyIdsThatNoLedgerTakes() {
        return Stream.of("", "root\t1", "x".repeat(129), "half of a pair \uD800");
    }

    @ParameterizedTest
    @MethodSource("keyIdsThatNoLedgerTakes")
    void noControlEventCanBeMadeThatItsReadersWouldRefuseForAKeyId(String text) {
        KeyId keyId = new KeyId(text);
        List<NamedPublicKey> roots = List.of(ROOT, new NamedPublicKey(keyId, key(5)));

        assertThatThrownBy(() -> genesis(roots, key(9))).hasMessageContaining("key_id");
        assertThatThrownBy(() -> new KeyAdded(keyId, key(5), KeyRole.PRODUCER, List.of()))
                .hasMessageContaining("key_id");
        assertThatThrownBy(() -> new KeyRevoked(keyId, "lost")).hasMessageContaining("key_id");
    }

    @ParameterizedTest
    @CsvSource({
        "algorithm, Opaque",
        "algorithm, RSA",
        "algorithm, ed25519",
        "role, admin",
        "public_key, AQE",
        "public_key, AR==",
    })
    void anAddedKeyWithAValueThatTheFormatDoesNotHaveIsInvalid(String member, String value) {
        assertInvalid(
                KeyAdded.TYPE, Bytes.utf8(json(PRODUCER).put(member, value).toString()));
    }

    @Test
    void eventTypesAreForProducersAndNotEmpty() {
        assertInvalid(
                KeyAdded.TYPE, Bytes.utf8(json(PRODUCER).put("role", "root").toString()));
        ObjectNode none = json(PRODUCER);
        none.putArray("event_types");
        assertInvalid(KeyAdded.TYPE, Bytes.utf8(none.toString()));
        ObjectNode emptyPrefix = json(PRODUCER);
        emptyPrefix.putArray("event_types").add("a").add("");
        assertInvalid(KeyAdded.TYPE, Bytes.utf8(emptyPrefix.toString()));
        ObjectNode number = json(PRODUCER);
        number.putArray("event_types").add(1);
        assertInvalid(KeyAdded.TYPE, Bytes.utf8(number.toString()));
    }

    @Test
    void aPolicyNoteIsAboutARealSequenceAndHasAKnownOutcome() {
        assertInvalid(
                PolicyNoted.TYPE, Bytes.utf8(json(NOTED).put("sequence", -1).toString()));
        assertInvalid(
                PolicyNoted.TYPE, Bytes.utf8(json(NOTED).put("outcome", "Allow").toString()));
        ObjectNode json = json(NOTED);
        json.putArray("rules").addObject().put("rule", "without a reason");
        assertInvalid(PolicyNoted.TYPE, Bytes.utf8(json.toString()));
    }
}
