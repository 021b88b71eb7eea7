package io.sealstream.core.key;

import java.util.Optional;
import java.util.stream.Stream;

/** The signature algorithms that the format names. Whether this build can check one, {@link SignatureSchemes} says. */
public enum SignatureAlgorithm {
    /** A signature of a scheme that Sealstream does not know, kept as it came. No key of it is ever registered. */
    OPAQUE(0, "Opaque"),
    ED25519(1, "Ed25519"),
    ECDSA_P256_SHA256(2, "ECDSA-P256-SHA256"),
    ML_DSA_65(3, "ML-DSA-65");

    /** The ids are the places in which they are declared. */
    private static final SignatureAlgorithm[] BY_ID = values();

    private final int id;
    private final String jsonName;

    SignatureAlgorithm(int id, String jsonName) {
        this.id = id;
        this.jsonName = jsonName;
    }

    /** The number that statements and certificate digests carry in one byte. */
    public int id() {
        return id;
    }

    /** The name in the JSON form and in control events. */
    public String jsonName() {
        return jsonName;
    }

    public static Optional<SignatureAlgorithm> ofId(int id) {
        return id < 0 || id >= BY_ID.length ? Optional.empty() : Optional.of(BY_ID[id]);
    }

    /** Names are compared exactly, upper and lower case too. */
    public static Optional<SignatureAlgorithm> ofJsonName(String jsonName) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.jsonName.equals(jsonName))
                .findFirst();
    }
}
