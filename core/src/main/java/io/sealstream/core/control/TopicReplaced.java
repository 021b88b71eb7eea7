package io.sealstream.core.control;

import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventType;

/** The ledger goes on in other topics, as after a restore. It is the first record of its new intake. */
public record TopicReplaced(LedgerTopics topics, String reason) implements ControlEvent {
    public static final EventType TYPE = new EventType(Types.TOPIC_REPLACED);

    @Override
    public EventType eventType() {
        return TYPE;
    }

    @Override
    public Bytes toPayload() {
        return Bytes.utf8(StrictJson.write(StrictJson.newObject()
                .put("cluster_id", topics.clusterId())
                .put("intake_topic_id", topics.intakeTopicId())
                .put("sealed_topic_id", topics.sealedTopicId())
                .put("reason", reason)));
    }

    static TopicReplaced read(JsonMembers json) {
        return new TopicReplaced(json.topics(), json.text("reason"));
    }
}
