package io.sealstream.client.verifying;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LastRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
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
    }

    /** The last record that was verified. Empty before the first. */
    public Optional<Sequence> last() {
        return Optional.ofNullable(state.last()).map(LastRecord::sequence);
    }

    /** One line of JSON, for {@link #ofJson}. */
    public String toJson() {
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
        return StrictJson.write(json);
    }

    /** @throws IllegalArgumentException where {@code json} is nothing that {@link #toJson} of this version wrote */
    public static VerifiedPosition ofJson(String json) {
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
