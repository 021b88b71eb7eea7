package io.sealstream.client.verifying;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.Sha256;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LastRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Where a consumer stands: all that it takes to go on behind what was verified. Whoever can change it can make a consumer
 * take another ledger for this one, so it is kept where only the consumer writes.
 *
 * @param next the offset to read next, with the epoch of the leader that it is from
 * @param controlEvents those that took effect so far, in their order
 */
public record VerifiedPosition(
        TopicIdentity topic, OffsetAndMetadata next, VerificationState state, List<SealedEvent> controlEvents) {
    private static final String FORMAT = "sealstream/verified-position/v1";

    public VerifiedPosition {
        controlEvents = List.copyOf(controlEvents);
        if (state.last() != null && controlEvents.isEmpty()) {
            throw new IllegalArgumentException("there are records, and no genesis among the control events");
        }
    }

    /** The beginning of a ledger. */
    static VerifiedPosition start(TopicIdentity topic) {
        return new VerifiedPosition(topic, new OffsetAndMetadata(0), VerificationState.START, List.of());
    }

    /** The event hash of the genesis. Empty before it. */
    public Optional<Hash> ledgerId() {
        return controlEvents.stream().findFirst().map(SealedEvent::eventHash);
    }

    /** The last record that was verified. Empty before the first. */
    public Optional<Sequence> last() {
        return Optional.ofNullable(state.last()).map(LastRecord::sequence);
    }

    /** Two lines, for {@link #ofText}: an object, and the SHA-256 of that, which shows what a disk or an editor changed. */
    public String toText() {
        String json = StrictJson.write(json()) + '\n';
        return json + Sha256.of(json.getBytes(StandardCharsets.UTF_8)).hex() + '\n';
    }

    private ObjectNode json() {
        ObjectNode json = StrictJson.newObject()
                .put("format", FORMAT)
                .put("rules", VerificationState.RULES)
                .put("cluster_id", topic.clusterId())
                .put("topic_id", topic.topicId())
                .put("last_sequence", last().map(Sequence::value).orElse(null))
                .put("next_offset", next.offset())
                .put("leader_epoch", next.leaderEpoch().orElse(null))
                .put("verification", state.encode().base64());
        ArrayNode controls = json.putArray("control_events");
        controlEvents.forEach(event -> controls.add(LedgerJson.write(event)));
        return json;
    }

    /** @throws IllegalArgumentException where {@code text} is nothing that {@link #toText} of this version wrote */
    public static VerifiedPosition ofText(String text) {
        String json = text.substring(0, text.indexOf('\n') + 1);
        if (!text.equals(json + Sha256.of(json.getBytes(StandardCharsets.UTF_8)).hex() + '\n')) {
            throw new IllegalArgumentException("its last line is not the SHA-256 of the first");
        }
        try {
            return of(StrictJson.object(json));
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static VerifiedPosition of(ObjectNode json) {
        boolean isOurs = json.required("format").asText().equals(FORMAT)
                && json.required("rules").asInt() == VerificationState.RULES;
        if (!isOurs) {
            throw new IllegalArgumentException("it is of the format " + json.get("format") + " and the rules "
                    + json.get("rules") + ", not " + FORMAT + " and " + VerificationState.RULES);
        }
        List<SealedEvent> controls = new ArrayList<>();
        json.required("control_events").forEach(event -> controls.add(event(event.asText())));
        return new VerifiedPosition(
                new TopicIdentity(
                        json.required("cluster_id").asText(),
                        json.required("topic_id").asText()),
                new OffsetAndMetadata(json.required("next_offset").asLong(), epoch(json), ""),
                VerificationState.decode(
                        Bytes.ofBase64(json.required("verification").asText())),
                controls);
    }

    private static Optional<Integer> epoch(ObjectNode json) {
        return json.required("leader_epoch").isNull()
                ? Optional.empty()
                : Optional.of(json.required("leader_epoch").asInt());
    }

    private static SealedEvent event(String json) {
        return switch (LedgerJson.read(Bytes.utf8(json))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent event) -> event;
            case Decoding.Malformed<SealedEvent>(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
