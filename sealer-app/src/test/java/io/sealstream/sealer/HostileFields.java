package io.sealstream.sealer;

import static io.sealstream.core.seal.RejectReason.INVALID;
import static io.sealstream.core.seal.RejectReason.TOO_LARGE;
import static io.sealstream.sealer.Hostile.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.Payload;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events with a field that breaks its rule or a limit. */
final class HostileFields {
    private static final Draft GOOD = Draft.of(Hostile.ID);

    private HostileFields() {}

    static Stream<Hostile> all() {
        return Stream.of(
                event("no event_id", INVALID, "event_id has 0 bytes", Draft.of("")),
                event("a long event_id", INVALID, "event_id has 257 bytes", Draft.of("i".repeat(257))),
                event("a line break in the event_id", INVALID, "event_id has a control character", Draft.of("a\nb")),
                event("a reserved event_id", INVALID, "reserved", Draft.of("sealstream.mine")),
                event("a long event_type", INVALID, "event_type has 257 bytes", GOOD.ofType("t".repeat(257))),
                event("DEL in the event_type", INVALID, "event_type has a control character", GOOD.ofType("\u007f")),
                event("a reserved event_type", INVALID, "is reserved", GOOD.ofType("sealstream.mine")),
                event("a negative occurred_at", INVALID, "occurred_at is -1", GOOD.occurredAt(-1)),
                event("a negative seal_before", INVALID, "seal_before is -1", GOOD.sealBefore(-1)),
                event("65 entries of metadata", INVALID, "metadata has 65 entries", GOOD.withMetadata(entries(65, 1))),
                event("a long value", INVALID, "has a value of 8193 bytes", GOOD.withMetadata(entries(1, 8_193))),
                event("much metadata", INVALID, "metadata has ", GOOD.withMetadata(entries(9, 8_192))),
                event("a key without bytes", INVALID, "a metadata key", GOOD.withMetadata(Map.of("", "v"))),
                event(
                        "a long payload_ref",
                        INVALID,
                        "payload_ref has 2049",
                        GOOD.withPayload(at("r".repeat(2_049), 1))),
                event("a negative length", INVALID, "payload_length is -1", GOOD.withPayload(at("ref", -1))),
                event("no payload at all", INVALID, "neither a payload", GOOD.withPayload(at("", 1))),
                event("a long salt", INVALID, "payload_salt has 33 bytes", GOOD.withPayload(salted(33))),
                event("a large payload", TOO_LARGE, "payload has 921601 bytes", GOOD.withPayload(900 * 1024 + 1)),
                event("a payload twice the limit", TOO_LARGE, "payload has", GOOD.withPayload(2_000_000)));
    }

    private static Map<String, String> entries(int count, int valueBytes) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(valueBytes)));
    }

    private static Payload at(String ref, long length) {
        return Payload.at(ref, length, Hash.ZERO);
    }

    private static Payload salted(int bytes) {
        return Payload.inline(Bytes.utf8("payload"), Bytes.wrap(new byte[bytes]));
    }
}
