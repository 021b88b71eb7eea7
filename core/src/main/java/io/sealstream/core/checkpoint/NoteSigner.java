package io.sealstream.core.checkpoint;

import io.sealstream.core.key.SigningKey;
import java.nio.charset.StandardCharsets;

/** Signs notes with an Ed25519 key under a name. */
public final class NoteSigner {
    private final SigningKey key;
    private final NoteVerifierKey verifierKey;

    /**
     * @param name for a ledger's checkpoints its origin
     * @throws NoteFormatException where the name is no key's name, or the key is not an Ed25519 key
     */
    public NoteSigner(String name, SigningKey key) {
        this.key = key;
        this.verifierKey = new NoteVerifierKey(name, key.publicKey());
    }

    /** What others need to verify. */
    public NoteVerifierKey verifierKey() {
        return verifierKey;
    }

    NoteSignature sign(String text) {
        return new NoteSignature(verifierKey.id(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }
}
