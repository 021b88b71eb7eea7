package io.sealstream.core.event;

import io.sealstream.core.key.KeyId;

/** The key ids that files can hold and ledgers take. */
public final class KeyIds {
    private KeyIds() {}

    /** @throws IllegalArgumentException saying what is wrong with {@code keyId} */
    public static KeyId checked(String keyId) {
        KeyId checked = new KeyId(keyId);
        EventRules.requireKeyId(checked);
        if (!keyId.strip().equals(keyId)) {
            throw new IllegalArgumentException("key_id \"" + keyId + "\" begins or ends with a blank");
        }
        return checked;
    }
}
