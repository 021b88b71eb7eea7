package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The field rules of docs/format.md section 2, each at its boundary. */
class FieldRulesTest {
    private static final Draft DRAFT = Draft.of("e");
    private static final Bytes HELLO = Bytes.utf8("hello");

    static Stream<Arguments> keptRules() {
        return Stream.of(
                argumentSet("event_id of 1 byte", Draft.of("e")),
                argumentSet("event_id of 256 bytes", Draft.of("é".repeat(128))),
                argumentSet("event_id just not reserved", Draft.of("sealstream")),
                argumentSet("event_id reserved but for its case", Draft.of("Sealstream.e")),
                argumentSet("event_id with a blank and U+0080", Draft.of(" \u0080")),
                argumentSet("event_type of no bytes", DRAFT.type("")),
                argumentSet("event_type of 256 bytes", DRAFT.type("t".repeat(256))),
                argumentSet("event_type just not reserved", DRAFT.type("sealstream")),
                argumentSet("occurred_at 0", DRAFT.occurredAtMs(0)),
                argumentSet("occurred_at of the far future", DRAFT.occurredAtMs(Long.MAX_VALUE)),
                argumentSet("seal_before of the far future", DRAFT.sealBeforeMs(Long.MAX_VALUE)),
                argumentSet("payload of no bytes", DRAFT.payload("")),
                argumentSet("salt of 32 bytes", DRAFT.payload(salted(32))),
                argumentSet("payload_ref of 1 byte", DRAFT.payload(reference(1))),
                argumentSet("payload_ref of 2048 bytes", DRAFT.payload(reference(2048))),
                argumentSet("64 metadata entries", DRAFT.metadata(entries(64))),
                argumentSet("metadata key of 256 bytes", DRAFT.metadata(Map.of("k".repeat(256), "v"))),
                argumentSet("metadata value of 8 KiB", DRAFT.metadata(Map.of("k", "v".repeat(8192)))),
                argumentSet("empty metadata value", DRAFT.metadata(Map.of("k", ""))),
                argumentSet("control character in a metadata value", DRAFT.metadata(Map.of("k", "a\u0000b"))),
                argumentSet("metadata of 64 KiB in all", DRAFT.metadata(bytes(65_536))));
    }

    @ParameterizedTest
    @MethodSource("keptRules")
    void sealsWhatKeepsTheRules(Draft draft) {
        TestLedger ledger = TestLedger.withoutCertificates();

        assertThat(ledger.sealed(draft.uncertified()).event()).isEqualTo(draft.event());
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                argumentSet("no event_id", Draft.of(""), "event_id"),
                argumentSet("event_id of 257 bytes", Draft.of("é".repeat(128) + "x"), "event_id"),
                argumentSet("reserved event_id", Draft.of("sealstream.e"), "event_id"),
                argumentSet("the reserved prefix alone", Draft.of("sealstream."), "event_id"),
                argumentSet("U+0000 in event_id", Draft.of("e\u0000"), "event_id"),
                argumentSet("U+001F in event_id", Draft.of("\u001F"), "event_id"),
                argumentSet("U+007F in event_id", Draft.of("e\u007F"), "event_id"),
                argumentSet("event_type of 257 bytes", DRAFT.type("t".repeat(257)), "event_type"),
                argumentSet("reserved event_type", DRAFT.type("sealstream.key.rotated"), "event_type"),
                argumentSet("the reserved prefix as event_type", DRAFT.type("sealstream."), "event_type"),
                argumentSet("control character in event_type", DRAFT.type("a\nb"), "event_type"),
                argumentSet("negative occurred_at", DRAFT.occurredAtMs(-1), "occurred_at"),
                argumentSet("negative seal_before", DRAFT.sealBeforeMs(-1), "seal_before"),
                argumentSet("lowest seal_before", DRAFT.sealBeforeMs(Long.MIN_VALUE), "seal_before"),
                argumentSet("salt of 33 bytes", DRAFT.payload(salted(33)), "payload_salt"),
                argumentSet("payload_ref of 2049 bytes", DRAFT.payload(reference(2049)), "payload_ref"),
                argumentSet("control character in payload_ref", DRAFT.payload(at("s3:\t", 1)), "payload_ref"),
                argumentSet("salt beside payload_ref", DRAFT.payload(saltedReference()), "payload_salt"),
                argumentSet("payload beside payload_ref", DRAFT.payload(inlineReference()), "payload"),
                argumentSet("negative payload_length", DRAFT.payload(at("s3:", -1)), "payload_length"),
                argumentSet("neither payload nor payload_ref", DRAFT.payload(missing()), "payload"),
                argumentSet("payload of another length", DRAFT.payload(stated(4, HELLO)), "payload_length"),
                argumentSet("another payload", DRAFT.payload(stated(5, Bytes.utf8("hallo"))), "payload_commitment"),
                argumentSet("65 metadata entries", DRAFT.metadata(entries(65)), "metadata"),
                argumentSet("metadata key of no bytes", DRAFT.metadata(Map.of("", "v")), "a metadata key"),
                argumentSet(
                        "metadata key of 257 bytes", DRAFT.metadata(Map.of("k".repeat(257), "v")), "a metadata key"),
                argumentSet("control character in a metadata key", DRAFT.metadata(Map.of("\r", "v")), "a metadata key"),
                argumentSet(
                        "metadata value over 8 KiB", DRAFT.metadata(Map.of("k", "v".repeat(8193))), "metadata \"k\""),
                argumentSet("metadata over 64 KiB in all", DRAFT.metadata(bytes(65_537)), "metadata"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void rejectsWhatBreaksARuleNamingTheField(Draft draft, String field) {
        RejectedEvent rejected = TestLedger.withoutCertificates().rejected(draft.uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains(field);
    }

    static Stream<Arguments> keyIds() {
        SignatureAlgorithm ed25519 = SignatureAlgorithm.ED25519;
        return Stream.of(
                argumentSet("of 1 byte", ed25519, "k", true),
                argumentSet("of 128 bytes", ed25519, "k".repeat(128), true),
                argumentSet("of no bytes", ed25519, "", false),
                argumentSet("of 129 bytes", ed25519, "k".repeat(129), false),
                argumentSet("with a control character", ed25519, "k\u0001", false),
                argumentSet("of no bytes with Opaque", SignatureAlgorithm.OPAQUE, "", true),
                argumentSet("of 129 bytes with Opaque", SignatureAlgorithm.OPAQUE, "k".repeat(129), false));
    }

    @ParameterizedTest
    @MethodSource("keyIds")
    void checksTheKeyIdWhateverTheLedgerAsksOfCertificates(SignatureAlgorithm algorithm, String keyId, boolean kept) {
        Certificate certificate = new Certificate(algorithm, new KeyId(keyId), HELLO, null);

        Outcome outcome = TestLedger.withoutCertificates().seal(new CertifiedEvent(DRAFT.event(), certificate));

        assertThat(outcome instanceof Outcome.Sealed).isEqualTo(kept);
        if (outcome instanceof Outcome.Rejected rejected) {
            assertThat(rejected.event().reason()).isEqualTo(RejectReason.INVALID);
            assertThat(rejected.event().detail()).contains("key_id");
        }
    }

    @Test
    void takesOpaqueSignaturesOnlyWhereCertificatesAreNotRequired() {
        CertifiedEvent opaque = new CertifiedEvent(
                DRAFT.event(), new Certificate(SignatureAlgorithm.OPAQUE, new KeyId("?"), HELLO, null));

        RejectedEvent rejected = TestLedger.requiringCertificates().rejected(opaque);

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("Opaque");
        assertThat(new TestLedger(Certification.RECORDED).sealed(opaque).certified())
                .isEqualTo(opaque);
        assertThat(new TestLedger(Certification.NONE).sealed(opaque).certified())
                .isEqualTo(opaque);
    }

    private static Payload salted(int length) {
        return Payload.inline(HELLO, Bytes.wrap(new byte[length]));
    }

    private static Payload at(String ref, long length) {
        return Payload.at(ref, length, Hash.ZERO);
    }

    private static Payload reference(int bytes) {
        return at("r".repeat(bytes), 5);
    }

    private static Payload saltedReference() {
        return new Payload("s3:", 5, Hash.ZERO, Bytes.utf8("salt"), null);
    }

    private static Payload inlineReference() {
        return new Payload("s3:", 5, Payload.commit(Bytes.EMPTY, HELLO), Bytes.EMPTY, HELLO);
    }

    private static Payload missing() {
        return new Payload("", 5, Payload.commit(Bytes.EMPTY, HELLO), Bytes.EMPTY, null);
    }

    private static Payload stated(long length, Bytes committed) {
        return new Payload("", length, Payload.commit(Bytes.EMPTY, committed), Bytes.EMPTY, HELLO);
    }

    private static Map<String, String> entries(int count) {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put("key-" + i, "value");
        }
        return entries;
    }

    /** Eight values of the largest size but for what the keys take, and the rest. */
    private static Map<String, String> bytes(int total) {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            entries.put("" + i, "v".repeat(8191));
        }
        int rest = total - 8 * 8192;
        if (rest > 0) {
            entries.put("r".repeat(rest), "");
        }
        return entries;
    }
}
