package io.sealstream.core.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import java.util.List;

/**
 * A key that is valid for the sequences after this one.
 *
 * @param eventTypes prefixes of the event types that a producer's key may certify; empty for all
 */
public record KeyAdded(KeyId keyId, PublicKey publicKey, KeyRole role, List<String> eventTypes)
        implements ControlEvent {
    public static final EventType TYPE = new EventType(Types.KEY_ADDED);

    /**
     * @throws IllegalArgumentException where the key id breaks its rule, prefixes stand beside the role of a root, or one
     *     is empty
     */
    public KeyAdded {
        EventRules.requireKeyId(keyId);
        eventTypes = List.copyOf(eventTypes);
        if (role == KeyRole.ROOT && !eventTypes.isEmpty()) {
            throw new IllegalArgumentException("event_types are for producers only");
        }
        if (eventTypes.contains("")) {
            throw new IllegalArgumentException("event_types has an empty prefix");
        }
    }

    @Override
    public EventType eventType() {
        return TYPE;
    }

    @Override
    public Bytes toPayload() {
        ObjectNode json = StrictJson.newObject();
        json.put("key_id", keyId.value());
        json.put("algorithm", publicKey.algorithm().jsonName());
        json.put("public_key", publicKey.encoded().base64());
        json.put("role", role.jsonName());
        if (!eventTypes.isEmpty()) {
            eventTypes.forEach(json.putArray("event_types")::add);
        }
        return Bytes.utf8(StrictJson.write(json));
    }

    static KeyAdded read(JsonMembers json) {
        KeyRole role = json.named("role", KeyRole::ofJsonName);
        List<String> eventTypes = List.of();
        if (json.has("event_types")) {
            if (role == KeyRole.ROOT) {
                throw new IllegalArgumentException("event_types are for producers only");
            }
            eventTypes = json.texts("event_types");
            if (eventTypes.isEmpty()) {
                throw new IllegalArgumentException("event_types is empty; leave it out to allow all");
            }
        }
        return new KeyAdded(json.keyId(), json.publicKey(), role, eventTypes);
    }
}
