package io.sealstream.sealer;

import static io.sealstream.core.seal.RejectReason.EXPIRED;
import static io.sealstream.core.seal.RejectReason.INVALID;
import static io.sealstream.core.seal.RejectReason.MALFORMED;

import io.sealstream.core.seal.IntakeRecord;
import io.sealstream.core.seal.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Records whose bytes, key or header are wrong, whatever event they are of. */
final class HostileFrames {
    private HostileFrames() {}

    static Stream<Hostile> all() {
        return Stream.of(
                new Hostile("no key", MALFORMED, "no key", s -> s.submit(null, Hostile.good(s))),
                new Hostile("a tombstone", MALFORMED, "tombstone", s -> s.submit(Hostile.key(), null)),
                Hostile.bytes("no bytes", MALFORMED, "", new byte[0]),
                Hostile.bytes("no Avro", MALFORMED, "", "{\"event_id\":\"x\"}".getBytes(StandardCharsets.UTF_8)),
                new Hostile("another schema", MALFORMED, "schema", s -> s.submit(Hostile.key(), otherSchema(s))),
                new Hostile("cut short", MALFORMED, "", s -> s.submit(Hostile.key(), cut(Hostile.good(s), -1))),
                new Hostile("bytes left over", MALFORMED, "", s -> s.submit(Hostile.key(), cut(Hostile.good(s), 1))),
                new Hostile(
                        "the key of another",
                        INVALID,
                        "key is not the event_id",
                        s -> s.submit("other".getBytes(StandardCharsets.UTF_8), Hostile.good(s))),
                deadline("a deadline of 3 bytes", INVALID, "has 3 bytes", new byte[3]),
                deadline("a deadline of no bytes", INVALID, "has 0 bytes", new byte[0]),
                deadline("a deadline that has passed", EXPIRED, IntakeRecord.DEADLINE_HEADER, millis(1)),
                deadline("a deadline before all time", EXPIRED, IntakeRecord.DEADLINE_HEADER, millis(Long.MIN_VALUE)),
                Hostile.event(
                        "seal_before that has passed",
                        EXPIRED,
                        "seal_before",
                        Draft.of(Hostile.ID).sealBefore(1)));
    }

    private static Hostile deadline(String what, RejectReason reason, String detail, byte[] value) {
        return new Hostile(
                what,
                reason,
                detail,
                s -> s.submit(
                        s.certified(Draft.of(Hostile.ID), TrialLedger.PRODUCER),
                        new RecordHeader(IntakeRecord.DEADLINE_HEADER, value)));
    }

    private static byte[] millis(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /** Good bytes under the fingerprint of a schema that nobody has. */
    private static byte[] otherSchema(Submitter submitter) {
        byte[] bytes = Hostile.good(submitter);
        bytes[2] ^= 1;
        return bytes;
    }

    private static byte[] cut(byte[] bytes, int more) {
        return Arrays.copyOf(bytes, bytes.length + more);
    }
}
