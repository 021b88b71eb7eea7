package io.sealstream.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/** The JSON form of the ledger, docs/format.md section 9: one record a line, its members always in the same order. */
public final class LedgerJson {
    private LedgerJson() {}

    /** The line, without its end. */
    public static String write(SealedEvent sealed) {
        ObjectNode json = StrictJson.newObject()
                .put("sequence", sealed.sequence().value())
                .put("previous_hash", sealed.previousHash().hex())
                .put("event_hash", sealed.eventHash().hex())
                .put("sealed_at", sealed.sealedAtMs())
                .put("intake_partition", sealed.intake().partition())
                .put("intake_offset", sealed.intake().offset());
        json.set("event", event(sealed.event(), sealed.certificate()));
        return StrictJson.write(json);
    }

    /** @param line without its end; bytes, since text that is not valid UTF-8 is malformed */
    public static Decoding<SealedEvent> read(Bytes line) {
        try {
            return new Decoding.Decoded<>(LedgerJsonReader.sealedEvent(StrictJson.object(line)));
        } catch (InvalidJsonException | MalformedException | IllegalArgumentException e) {
            return new Decoding.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode event(Event event, @Nullable Certificate certificate) {
        Payload payload = event.payload();
        ObjectNode json = StrictJson.newObject()
                .put("event_id", event.eventId().value())
                .put("event_type", event.eventType().value())
                .put("occurred_at", event.occurredAtMs())
                .put("seal_before", event.sealBeforeMs())
                .put("payload_ref", payload.ref())
                .put("payload_length", payload.length())
                .put("payload_commitment", payload.commitment().hex())
                .put("payload_salt", payload.salt().base64())
                .put(
                        "payload",
                        payload.inline() == null ? null : payload.inline().base64());
        event.metadata().forEach(json.putObject("metadata")::put);
        return json.set("certificate", certificate == null ? null : certificate(certificate));
    }

    private static ObjectNode certificate(Certificate certificate) {
        BatchProof batch = certificate.batch();
        ObjectNode json = StrictJson.newObject()
                .put("algorithm", certificate.algorithm().jsonName())
                .put("key_id", certificate.keyId().value())
                .put("signature", certificate.signature().base64());
        return json.set("batch", batch == null ? null : batch(batch));
    }

    private static ObjectNode batch(BatchProof batch) {
        ObjectNode json =
                StrictJson.newObject().put("leaf_index", batch.leafIndex()).put("tree_size", batch.treeSize());
        ArrayNode path = json.putArray("path");
        batch.path().forEach(node -> path.add(node.hex()));
        return json;
    }
}
