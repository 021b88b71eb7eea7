package io.sealstream.core.control;

import java.util.Arrays;
import java.util.Optional;

/** What a registered key may certify. */
public enum KeyRole {
    /** Everything but control events. */
    PRODUCER("producer"),
    /** Control events and nothing else. */
    ROOT("root");

    private final String jsonName;

    KeyRole(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }

    public static Optional<KeyRole> ofJsonName(String name) {
        return Arrays.stream(values()).filter(r -> r.jsonName.equals(name)).findFirst();
    }
}
