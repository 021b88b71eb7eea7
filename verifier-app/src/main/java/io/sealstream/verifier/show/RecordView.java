package io.sealstream.verifier.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicFrame;
import io.sealstream.schema.LedgerJson;
import io.sealstream.verifier.report.PrettyJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * A record as JSON for people. It is the record's own JSON form with members added, which readers of that form ignore:
 * {@code payload_json} or {@code payload_text} where the payload is such, {@code event_hash_is_right}, {@code
 * payload_is_right} (null where the payload is kept elsewhere), and {@code offset} or {@code line}.
 */
public final class RecordView {
    private RecordView() {}

    /**
     * With a newline at its end.
     *
     * @param unit of the record's place: offset or line
     */
    public static String render(LedgerRecord record, String unit) {
        ObjectNode json = switch (record.content()) {
            case LedgerRecord.Decoded(SealedEvent event) -> decoded(event);
            case LedgerRecord.Undecodable(String reason) -> undecodable(record, reason);
            case LedgerRecord.Tombstone() -> undecodable(record, "it is a tombstone");
        };
        return PrettyJson.of(json.put(unit, record.offset()));
    }

    /** Whether the stored event hash is the hash of the record. */
    public static boolean isHashRight(SealedEvent event) {
        // Only the genesis says which hash the ledger has, so any that gives the stored one will do.
        return Stream.of(HashAlgorithm.values())
                .anyMatch(algorithm -> event.header(algorithm)
                        .eventHash(ChainHash.of(algorithm))
                        .equals(event.eventHash()));
    }

    private static ObjectNode decoded(SealedEvent event) {
        ObjectNode json = parse(LedgerJson.write(event));
        Payload payload = event.event().payload();
        Bytes inline = payload.inline();
        if (inline != null) {
            addReadable(json, inline);
        }
        json.put("event_hash_is_right", isHashRight(event));
        json.put(
                "payload_is_right",
                payload.isReference() ? null : (Boolean) (inline != null && payload.isConsistent()));
        return json;
    }

    private static void addReadable(ObjectNode json, Bytes payload) {
        try {
            json.set("payload_json", StrictJson.object(payload));
        } catch (InvalidJsonException e) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(payload.unsafeArray()))
                        .toString();
                json.put("payload_text", text);
            } catch (CharacterCodingException notText) {
                // Then base64 is all there is.
            }
        }
    }

    private static ObjectNode undecodable(LedgerRecord record, String reason) {
        TopicFrame frame = record.frame();
        Bytes key = frame == null ? null : frame.key();
        return StrictJson.newObject().put("undecodable", reason).put("key", key == null ? null : key.hex());
    }

    private static ObjectNode parse(String json) {
        try {
            return StrictJson.object(json);
        } catch (InvalidJsonException e) {
            throw new IllegalStateException("the JSON form of a record is no JSON", e);
        }
    }
}
