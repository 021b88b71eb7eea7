package io.sealstream.core.control;

import java.util.Arrays;
import java.util.Optional;

/** What a ledger asks of the certificates of ordinary events; fixed at genesis. */
public enum Certification {
    /** Each must be there and verify, or the event is not sealed. */
    REQUIRED("required"),
    /** Kept as they come; verifiers count those that do not verify. */
    RECORDED("recorded"),
    /** Not looked at; still covered by the hash. */
    NONE("none");

    private final String jsonName;

    Certification(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }

    public static Optional<Certification> ofJsonName(String name) {
        return Arrays.stream(values()).filter(c -> c.jsonName.equals(name)).findFirst();
    }
}
