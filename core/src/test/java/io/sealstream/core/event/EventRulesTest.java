package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of docs/format.md section 2, kept and just broken. */
class EventRulesTest {
    private static final Payload PAYLOAD = Payload.inline(Bytes.utf8("payload"));

    private String eventId = "event";
    private String eventType = "type";
    private long occurredAtMs = 1;
    private Payload payload = PAYLOAD;
    private final Map<String, String> metadata = new TreeMap<>();
    private @Nullable Certificate certificate;

    private Optional<String> violation() {
        Event event = new Event(
                new EventId(eventId), new EventType(eventType), occurredAtMs, 0, payload, Metadata.of(metadata));
        return EventRules.violation(new CertifiedEvent(event, certificate));
    }

    private void assertKept() {
        assertThat(violation()).isEmpty();
    }

    private void assertBroken(String field) {
        assertThat(violation()).hasValueSatisfying(words -> assertThat(words).contains(field));
    }

    private void certify(SignatureAlgorithm algorithm, String keyId, int signatureLength) {
        certificate = new Certificate(algorithm, new KeyId(keyId), Bytes.wrap(new byte[signatureLength]), null);
    }

    @Test
    void eventIdHas1To256Bytes() {
        eventId = "é".repeat(128);
        assertKept();
        eventId = "é".repeat(128) + "e";
        assertBroken("event_id");
        eventId = "";
        assertBroken("event_id");
    }

    @Test
    void eventTypeHas0To256Bytes() {
        eventType = "";
        assertKept();
        eventType = "t".repeat(256);
        assertKept();
        eventType = "t".repeat(257);
        assertBroken("event_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001F", "\u007F", "a\nb"})
    void identifiersHaveNoControlCharacters(String text) {
        eventId = text;
        assertBroken("event_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u0080", "\u2028", "😀"})
    void identifiersMayHaveEveryOtherCharacter(String text) {
        eventId = text;
        eventType = text;
        assertKept();
    }

    @Test
    void occurredAtIsNotNegative() {
        occurredAtMs = 0;
        assertKept();
        occurredAtMs = -1;
        assertBroken("occurred_at");
    }

    @Test
    void saltHasAtMost32Bytes() {
        payload = Payload.inline(Bytes.EMPTY, Bytes.wrap(new byte[32]));
        assertKept();
        payload = Payload.inline(Bytes.EMPTY, Bytes.wrap(new byte[33]));
        assertBroken("payload_salt");
    }

    @Test
    void payloadRefHasAtMost2048BytesAndNoControlCharacters() {
        payload = Payload.at("r".repeat(2_048), 0, Hash.ZERO);
        assertKept();
        payload = Payload.at("r".repeat(2_049), 0, Hash.ZERO);
        assertBroken("payload_ref");
        payload = Payload.at("a\tb", 0, Hash.ZERO);
        assertBroken("payload_ref");
    }

    @Test
    void besideAReferenceNothingIsInlineAndNothingSalted() {
        payload = new Payload("ref", 0, Hash.ZERO, Bytes.EMPTY, Bytes.EMPTY);
        assertBroken("payload");
        payload = new Payload("ref", 0, Hash.ZERO, Bytes.utf8("s"), null);
        assertBroken("payload_salt");
    }

    @Test
    void metadataHasAtMost64Entries() {
        for (int i = 0; i < 64; i++) {
            metadata.put("key-" + i, "");
        }
        assertKept();
        metadata.put("one more", "");
        assertBroken("metadata");
    }

    @Test
    void metadataKeysHave1To256BytesAndNoControlCharacters() {
        metadata.put("k".repeat(256), "");
        assertKept();
        metadata.put("k".repeat(257), "");
        assertBroken("metadata key");
        metadata.clear();
        metadata.put("", "value");
        assertBroken("metadata key");
        metadata.clear();
        metadata.put("a\u007Fb", "value");
        assertBroken("metadata key");
    }

    @Test
    void metadataValuesHaveAtMost8KiBAndMayHaveControlCharacters() {
        metadata.put("key", "\n".repeat(8 * 1024));
        assertKept();
        metadata.put("key", "v".repeat(8 * 1024 + 1));
        assertBroken("\"key\"");
    }

    @Test
    void metadataHasAtMost64KiBInAll() {
        for (int i = 0; i < 8; i++) {
            metadata.put("k" + i, "v".repeat(8 * 1024 - 2));
        }
        assertKept();
        metadata.put("k", "");
        assertBroken("metadata");
    }

    @Test
    void aKeyIdHas1To128Bytes() {
        certify(SignatureAlgorithm.ED25519, "k".repeat(128), 64);
        assertKept();
        certify(SignatureAlgorithm.ED25519, "k".repeat(129), 64);
        assertBroken("key_id");
        certify(SignatureAlgorithm.ED25519, "", 64);
        assertBroken("key_id");
    }

    @Test
    void anOpaqueCertificateMayHaveNoKeyIdAndAtMost8KiBOfSignature() {
        certify(SignatureAlgorithm.OPAQUE, "", 8 * 1024);
        assertKept();
        certify(SignatureAlgorithm.OPAQUE, "", 8 * 1024 + 1);
        assertBroken("signature");
    }
}
