package io.sealstream.core.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON form of a record, docs/format.md section 9, from the page: just enough for vectors that keep to it. */
public final class JsonForm {
    private JsonForm() {}

    public static SealedEvent sealedEvent(JsonNode json) {
        JsonNode event = json.get("event");
        return new SealedEvent(
                new Sequence(json.get("sequence").longValue()),
                hash(json.get("previous_hash")),
                hash(json.get("event_hash")),
                json.get("sealed_at").longValue(),
                new IntakePosition(
                        json.get("intake_partition").intValue(),
                        json.get("intake_offset").longValue()),
                new CertifiedEvent(event(event), certificate(event.get("certificate"))));
    }

    private static Event event(JsonNode json) {
        JsonNode payload = json.get("payload");
        Map<String, String> metadata = new TreeMap<>();
        json.get("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().textValue()));
        return new Event(
                new EventId(json.get("event_id").textValue()),
                new EventType(json.get("event_type").textValue()),
                json.get("occurred_at").longValue(),
                json.get("seal_before").longValue(),
                new Payload(
                        json.get("payload_ref").textValue(),
                        json.get("payload_length").longValue(),
                        hash(json.get("payload_commitment")),
                        base64(json.get("payload_salt")),
                        payload.isNull() ? null : base64(payload)),
                Metadata.of(metadata));
    }

    private static @Nullable Certificate certificate(JsonNode json) {
        return json.isNull()
                ? null
                : new Certificate(
                        SignatureAlgorithm.ofJsonName(json.get("algorithm").textValue())
                                .orElseThrow(),
                        new KeyId(json.get("key_id").textValue()),
                        base64(json.get("signature")),
                        batch(json.get("batch")));
    }

    private static @Nullable BatchProof batch(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        List<Hash> path = new ArrayList<>();
        json.get("path").forEach(node -> path.add(hash(node)));
        return new BatchProof(
                json.get("leaf_index").longValue(), json.get("tree_size").longValue(), path);
    }

    private static Hash hash(JsonNode json) {
        return Hash.ofHex(json.textValue());
    }

    private static Bytes base64(JsonNode json) {
        return Bytes.ofBase64(json.textValue());
    }
}
