package io.sealstream.schema;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.List;
import java.util.Map;

/** One record of each type, as the core's value and as the bytes that it must be, now and for good. */
final class Samples {
    private Samples() {}

    static final Bytes SALT = Bytes.ofHex("0102");
    static final Bytes PAYLOAD = Bytes.utf8("hello");
    static final Metadata METADATA = Metadata.of(Map.of("a", "1", "ä", "😀"));
    static final Certificate BATCH_CERTIFICATE = new Certificate(
            SignatureAlgorithm.ML_DSA_65,
            new KeyId("k-1"),
            Bytes.ofHex("cafe"),
            new BatchProof(2, 3, List.of(hash("a1"), hash("a2"))));
    static final Certificate CERTIFICATE =
            new Certificate(SignatureAlgorithm.ED25519, new KeyId("k-1"), Bytes.ofHex("cafe"), null);

    static final String METADATA_HEX = "04  02 61  02 31  04 c3a4  08 f09f9880  00";
    static final String BATCH_CERTIFICATE_HEX =
            "02  06  06 6b2d31  04 cafe  02  04  06  04" + "a1".repeat(32) + "a2".repeat(32) + "00";
    static final String CERTIFICATE_HEX = "02  02  06 6b2d31  04 cafe  00";

    static final CertifiedEvent CERTIFIED = new CertifiedEvent(event(Payload.inline(PAYLOAD, SALT)), BATCH_CERTIFICATE);

    static final HexRecord CERTIFIED_BYTES = new HexRecord()
            .field("marker", "c301")
            .field("fingerprint", "730172cbb3754519")
            .field("event_id", "0a 6576742d31")
            .field("event_type", "0c 626f6f6b6564")
            .field("occurred_at", "80a0abfef962")
            .field("seal_before", "c0c9b2fef962")
            .field("payload_ref", "00")
            .field("payload", "02 0a 68656c6c6f")
            .field("payload_salt", "04 0102")
            .field("payload_length", "00")
            .field("payload_commitment", "00")
            .field("metadata", METADATA_HEX)
            .field("certificate", BATCH_CERTIFICATE_HEX);

    static final CertifiedEvent REFERENCE =
            new CertifiedEvent(event(Payload.at("s3://b/o", 100_000, hash("cc"))), null);

    static final HexRecord REFERENCE_BYTES = CERTIFIED_BYTES
            .with("payload_ref", "10 73333a2f2f622f6f")
            .with("payload", "00")
            .with("payload_salt", "00")
            .with("payload_length", "02 c09a0c")
            .with("payload_commitment", "02" + "cc".repeat(32))
            .with("certificate", "00");

    /** Its payload's length and commitment are not those of its payload: they must come back as they are. */
    static final SealedEvent SEALED = new SealedEvent(
            new Sequence(64),
            hash("01"),
            hash("02"),
            1_700_000_000_123L,
            IntakePosition.at(3),
            new CertifiedEvent(event(new Payload("", 7, hash("cc"), SALT, PAYLOAD)), CERTIFICATE));

    static final HexRecord SEALED_BYTES = new HexRecord()
            .field("marker", "c301")
            .field("fingerprint", "2a90c3d75b39bcd1")
            .field("sequence", "8001")
            .field("previous_hash", "01".repeat(32))
            .field("event_hash", "02".repeat(32))
            .field("sealed_at", "f6a1abfef962")
            .field("intake_partition", "00")
            .field("intake_offset", "06")
            .field("event_id", "0a 6576742d31")
            .field("event_type", "0c 626f6f6b6564")
            .field("occurred_at", "80a0abfef962")
            .field("seal_before", "c0c9b2fef962")
            .field("payload_ref", "00")
            .field("payload_length", "0e")
            .field("payload_commitment", "cc".repeat(32))
            .field("payload_salt", "04 0102")
            .field("payload", "02 0a 68656c6c6f")
            .field("metadata", METADATA_HEX)
            .field("certificate", CERTIFICATE_HEX);

    static final RejectedEvent REJECTED = new RejectedEvent(
            RejectReason.DUPLICATE,
            "no",
            "tid",
            IntakePosition.at(3),
            1_700_000_000_456L,
            new EventId("evt-1"),
            new Sequence(64),
            Bytes.utf8("evt-1"),
            Bytes.ofHex("c301"),
            100_000,
            List.of(new RuleRemark("r.1", "Reject", "no")),
            List.of(new RuleRemark("r.2", "Allow", "")));

    static final HexRecord REJECTED_BYTES = new HexRecord()
            .field("marker", "c301")
            .field("fingerprint", "3ed98a20a77e74f0")
            .field("reason", "12 4455504c4943415445")
            .field("detail", "04 6e6f")
            .field("intake_topic_id", "06 746964")
            .field("intake_partition", "00")
            .field("intake_offset", "06")
            .field("rejected_at", "90a7abfef962")
            .field("event_id", "02 0a 6576742d31")
            .field("original_sequence", "02 8001")
            .field("key", "02 0a 6576742d31")
            .field("value", "02 04 c301")
            .field("value_length", "c09a0c")
            .field("contributing", "02  06 722e31  0c 52656a656374  04 6e6f  00")
            .field("discarded", "02  06 722e32  0a 416c6c6f77  00  00");

    /** What the first version of the schema made of it. */
    static final HexRecord REJECTED_BYTES_OF_VERSION_1 = REJECTED_BYTES
            .with("fingerprint", "932db0268cecdc36")
            .with("contributing", "")
            .with("discarded", "");

    static Hash hash(String hexOfEachByte) {
        return Hash.ofHex(hexOfEachByte.repeat(Hash.LENGTH));
    }

    private static Event event(Payload payload) {
        return new Event(
                new EventId("evt-1"),
                new EventType("booked"),
                1_700_000_000_000L,
                1_700_000_060_000L,
                payload,
                METADATA);
    }
}
