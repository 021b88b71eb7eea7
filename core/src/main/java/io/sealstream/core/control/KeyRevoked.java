package io.sealstream.core.control;

import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.EventType;
import io.sealstream.core.key.KeyId;

/** A key that is valid up to this sequence, and for none after it. */
public record KeyRevoked(KeyId keyId, String reason) implements ControlEvent {
    public static final EventType TYPE = new EventType(Types.KEY_REVOKED);

    /** @throws IllegalArgumentException where the key id breaks its rule */
    public KeyRevoked {
        EventRules.requireKeyId(keyId);
    }

    @Override
    public EventType eventType() {
        return TYPE;
    }

    @Override
    public Bytes toPayload() {
        return Bytes.utf8(StrictJson.write(
                StrictJson.newObject().put("key_id", keyId.value()).put("reason", reason)));
    }

    static KeyRevoked read(JsonMembers json) {
        return new KeyRevoked(json.keyId(), json.text("reason"));
    }
}
