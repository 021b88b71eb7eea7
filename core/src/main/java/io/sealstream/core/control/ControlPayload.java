package io.sealstream.core.control;

import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.Event;

/** What reading the payload of a control event gave. */
public sealed interface ControlPayload {
    record Valid(ControlEvent control) implements ControlPayload {}

    /**
     * The event's type is reserved and none of docs/format.md section 7: a fault of the event's fields, not of its
     * payload.
     */
    record UnknownType(String reason) implements ControlPayload {}

    /** @param reason what is wrong, naming the member */
    record Invalid(String reason) implements ControlPayload {}

    /** @param event one whose type {@linkplain io.sealstream.core.event.EventType#isControl is reserved} */
    static ControlPayload read(Event event) {
        String type = event.eventType().value();
        if (!isKnown(type)) {
            return new UnknownType("event_type \"" + type + "\" is reserved, and no control event has it");
        }
        Bytes payload = event.payload().inline();
        if (payload == null) {
            return new Invalid("the payload of a control event must be inline");
        }
        try {
            return new Valid(read(type, new JsonMembers(StrictJson.object(payload))));
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return new Invalid("payload: " + e.getMessage());
        }
    }

    private static boolean isKnown(String type) {
        return switch (type) {
            case Types.GENESIS, Types.POLICY_NOTED, Types.KEY_ADDED, Types.KEY_REVOKED, Types.TOPIC_REPLACED -> true;
            default -> false;
        };
    }

    private static ControlEvent read(String type, JsonMembers json) {
        return switch (type) {
            case Types.GENESIS -> Genesis.read(json);
            case Types.POLICY_NOTED -> PolicyNoted.read(json);
            case Types.KEY_ADDED -> KeyAdded.read(json);
            case Types.KEY_REVOKED -> KeyRevoked.read(json);
            case Types.TOPIC_REPLACED -> TopicReplaced.read(json);
            default -> throw new IllegalArgumentException("no control event has the type " + type);
        };
    }
}
