package io.sealstream.soak.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of docs/format.md sections 1 to 4, of a record's JSON form; for ledgers whose hash is SHA-256. */
final class SealedBytes {
    private static final byte[] NO_CERTIFICATE = new byte[32];
    private static final Map<String, Integer> ALGORITHMS =
            Map.of("Opaque", 0, "Ed25519", 1, "ECDSA-P256-SHA256", 2, "ML-DSA-65", 3);

    private SealedBytes() {}

    static byte[] eventDigest(JsonNode event) {
        HashInput content = new HashInput()
                .ascii("sealstream/event/v1\n")
                .str16(text(event, "event_id"))
                .str16(text(event, "event_type"))
                .i64(number(event, "occurred_at"))
                .i64(number(event, "seal_before"))
                .str16(text(event, "payload_ref"))
                .i64(number(event, "payload_length"))
                .bytes(hex(event, "payload_commitment"));
        TreeMap<byte[], String> metadata = new TreeMap<>(Arrays::compareUnsigned);
        event.required("metadata")
                .properties()
                .forEach(entry ->
                        metadata.put(utf8(entry.getKey()), entry.getValue().textValue()));
        content.u16(metadata.size());
        metadata.forEach((key, value) -> content.u16(key.length).bytes(key).bytes32(utf8(value)));
        return content.hash();
    }

    static byte[] eventHash(JsonNode record, byte[] eventDigest) {
        return new HashInput()
                .u8(0)
                .ascii("sealstream/seal/v1\n")
                .u8(1)
                .i64(number(record, "sequence"))
                .bytes(hex(record, "previous_hash"))
                .i64(number(record, "sealed_at"))
                .i32((int) number(record, "intake_partition"))
                .i64(number(record, "intake_offset"))
                .bytes(eventDigest)
                .bytes(certificateDigest(record.required("event").required("certificate")))
                .hash();
    }

    /** True where the payload is kept elsewhere. */
    static boolean isPayloadWhole(JsonNode event) {
        if (!text(event, "payload_ref").isEmpty()) {
            return true;
        }
        byte[] salt = base64(event, "payload_salt");
        byte[] payload = base64(event, "payload");
        byte[] commitment = new HashInput()
                .ascii("sealstream/payload/v1\n")
                .u8(salt.length)
                .bytes(salt)
                .bytes(payload)
                .hash();
        return payload.length == number(event, "payload_length")
                && Arrays.equals(commitment, hex(event, "payload_commitment"));
    }

    private static byte[] certificateDigest(JsonNode certificate) {
        if (certificate.isNull()) {
            return NO_CERTIFICATE;
        }
        HashInput digest = new HashInput()
                .ascii("sealstream/certificate/v1\n")
                .u8(ALGORITHMS.getOrDefault(text(certificate, "algorithm"), 0))
                .str16(text(certificate, "key_id"))
                .bytes32(base64(certificate, "signature"));
        JsonNode batch = certificate.required("batch");
        if (batch.isNull()) {
            return digest.u8(0).hash();
        }
        JsonNode path = batch.required("path");
        digest.u8(1)
                .i64(number(batch, "leaf_index"))
                .i64(number(batch, "tree_size"))
                .u16(path.size());
        path.forEach(node -> digest.bytes(HexFormat.of().parseHex(node.textValue())));
        return digest.hash();
    }

    private static String text(JsonNode json, String member) {
        return json.required(member).textValue();
    }

    private static long number(JsonNode json, String member) {
        return json.required(member).longValue();
    }

    private static byte[] hex(JsonNode json, String member) {
        return HexFormat.of().parseHex(text(json, member));
    }

    private static byte[] base64(JsonNode json, String member) {
        return Base64.getDecoder().decode(text(json, member));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
