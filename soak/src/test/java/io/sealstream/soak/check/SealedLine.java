package io.sealstream.soak.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HexFormat;

/**
 * A sealed record in the JSON form of docs/format.md section 9, with what its bytes hash to beside what it says that they
 * do. Hashes are lower-case hex.
 *
 * @param eventHash as stored
 * @param computedHash the event hash of the fields
 * @param isPayloadWhole whether payload, length and commitment agree
 */
record SealedLine(
        long sequence,
        String previousHash,
        String eventHash,
        long sealedAt,
        long intakeOffset,
        String eventId,
        String eventDigest,
        String computedHash,
        boolean isPayloadWhole) {
    private static final JsonMapper JSON = new JsonMapper();

    static SealedLine parse(String line) {
        JsonNode json = tree(line);
        JsonNode event = json.required("event");
        byte[] digest = SealedBytes.eventDigest(event);
        return new SealedLine(
                json.required("sequence").longValue(),
                json.required("previous_hash").textValue(),
                json.required("event_hash").textValue(),
                json.required("sealed_at").longValue(),
                json.required("intake_offset").longValue(),
                event.required("event_id").textValue(),
                HexFormat.of().formatHex(digest),
                HexFormat.of().formatHex(SealedBytes.eventHash(json, digest)),
                SealedBytes.isPayloadWhole(event));
    }

    EventIdentity identity() {
        return new EventIdentity(eventId, eventDigest);
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + line, e);
        }
    }
}
