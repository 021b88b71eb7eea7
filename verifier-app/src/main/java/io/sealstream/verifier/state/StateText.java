package io.sealstream.verifier.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import io.sealstream.verifier.ids.IdIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a {@link SavedState}: an object, the last record and the control events as exports have them, and the SHA-256
 * of all lines before, which shows what a disk or an editor has changed.
 */
final class StateText {
    private static final String FORMAT = "sealstream/verify-state/v1";

    private StateText() {}

    static String write(SavedState state) {
        StringBuilder text = new StringBuilder();
        text.append(StrictJson.write(object(state))).append('\n');
        text.append(LedgerJson.write(state.last())).append('\n');
        state.controlEvents()
                .forEach(event -> text.append(LedgerJson.write(event)).append('\n'));
        return text + digest(text.toString()).hex() + '\n';
    }

    static SavedState read(Bytes written) throws DamagedStateException {
        String text = new String(written.unsafeArray(), StandardCharsets.UTF_8);
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        if (!text.substring(last).equals(digest(text.substring(0, last)).hex() + '\n')) {
            throw new DamagedStateException("its last line is not the SHA-256 of those before", null);
        }
        List<String> lines = text.substring(0, last).lines().toList();
        try {
            return state(StrictJson.object(lines.getFirst()), lines);
        } catch (InvalidJsonException | RuntimeException e) {
            // Written by another version: nobody else knows the digest of what they changed.
            throw new DamagedStateException("it cannot be read: " + e.getMessage(), e);
        }
    }

    private static ObjectNode object(SavedState state) {
        ObjectNode json = StrictJson.newObject()
                .put("format", FORMAT)
                .put("rules", state.rules())
                .put("origin", state.origin())
                .put("size", state.size())
                .put("root", state.checkpoint().root().hex())
                .put("cluster_id", state.topic().clusterId())
                .put("topic_id", state.topic().topicId())
                .put("log_start", state.logStart())
                .put("signatures", state.verifiesSignatures())
                .put("last_offset", state.lastOffset())
                .put("payloads_elsewhere", state.payloadsElsewhere())
                .put("verification", state.verification().encode().base64());
        ArrayNode files = json.putArray("ids");
        state.ids().forEach(ids -> put(files.addObject(), ids));
        return json;
    }

    private static void put(ObjectNode json, SavedState.Ids ids) {
        json.put("file", ids.file())
                .put("sha256", ids.digest().hex())
                .put("key", ids.index().key().base64())
                .put("segments", ids.index().segments());
        ArrayNode directory = json.putArray("directory");
        ids.index().directory().forEach(directory::add);
    }

    private static SavedState state(ObjectNode json, List<String> lines) throws DamagedStateException {
        if (!json.required("format").asText().equals(FORMAT)) {
            throw new DamagedStateException("it is of the format " + json.get("format") + ", not " + FORMAT, null);
        }
        List<SealedEvent> events = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            events.add(event(line));
        }
        List<SavedState.Ids> ids = new ArrayList<>();
        json.required("ids").forEach(file -> ids.add(ids(file)));
        SavedState state = new SavedState(
                json.required("rules").asInt(),
                json.required("origin").asText(),
                new TopicIdentity(
                        json.required("cluster_id").asText(),
                        json.required("topic_id").asText()),
                json.required("log_start").asLong(),
                json.required("signatures").asBoolean(),
                VerificationState.decode(
                        Bytes.ofBase64(json.required("verification").asText())),
                events.subList(1, events.size()),
                json.required("last_offset").asLong(),
                events.getFirst(),
                json.required("payloads_elsewhere").asLong(),
                ids);
        boolean isBound = state.size() == json.required("size").asLong()
                && state.checkpoint()
                        .root()
                        .equals(Hash.ofHex(json.required("root").asText()));
        if (!isBound) {
            throw new DamagedStateException("its checkpoint is not that of its tree", null);
        }
        return state;
    }

    private static SavedState.Ids ids(JsonNode json) {
        List<Integer> directory = new ArrayList<>();
        json.required("directory").forEach(segment -> directory.add(segment.intValue()));
        return new SavedState.Ids(
                json.required("file").asText(),
                Hash.ofHex(json.required("sha256").asText()),
                new IdIndex(
                        Bytes.ofBase64(json.required("key").asText()),
                        json.required("segments").asInt(),
                        directory));
    }

    private static SealedEvent event(String line) throws DamagedStateException {
        return switch (LedgerJson.read(Bytes.utf8(line))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent event) -> event;
            case Decoding.Malformed<SealedEvent>(String reason) -> throw new DamagedStateException(reason, null);
        };
    }

    private static Hash digest(String lines) {
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
