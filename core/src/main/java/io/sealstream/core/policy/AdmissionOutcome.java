package io.sealstream.core.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a rule can ask for, from the mildest to the strictest; of several rules, the strictest wins. */
public enum AdmissionOutcome {
    /** Nothing against it. */
    ALLOW("Allow"),
    /** Sealed, with a note right behind. */
    WARN("Warn"),
    /** Sealed, with a note that somebody overrode on purpose what holds otherwise. It overrides no other rule. */
    BREAK_GLASS("BreakGlass"),
    /** Not sealed until somebody has looked at it and submits it again. */
    QUARANTINE("Quarantine"),
    /** Not sealed. */
    REJECT("Reject");

    private final String jsonName;

    AdmissionOutcome(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in notes, rejections and settings. */
    public String jsonName() {
        return jsonName;
    }

    public static Optional<AdmissionOutcome> ofJsonName(String name) {
        return Arrays.stream(values()).filter(o -> o.jsonName.equals(name)).findFirst();
    }

    /** Whether the event is not sealed. */
    public boolean holdsBack() {
        return this == QUARANTINE || this == REJECT;
    }

    /** Whether it is sealed with a note. */
    public boolean isNoted() {
        return this == WARN || this == BREAK_GLASS;
    }
}
