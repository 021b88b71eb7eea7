package io.sealstream.core.event;

import java.util.Arrays;
import java.util.Optional;

/** The hash of a ledger's chain, fixed at its genesis. The Merkle tree is always SHA-256. */
public enum HashAlgorithm {
    SHA_256(1, "SHA-256"),
    BLAKE3(2, "BLAKE3");

    private final int id;
    private final String jsonName;

    HashAlgorithm(int id, String jsonName) {
        this.id = id;
        this.jsonName = jsonName;
    }

    /** The byte in the seal header. */
    public int id() {
        return id;
    }

    public String jsonName() {
        return jsonName;
    }

    public static Optional<HashAlgorithm> ofJsonName(String name) {
        return Arrays.stream(values()).filter(a -> a.jsonName.equals(name)).findFirst();
    }
}
