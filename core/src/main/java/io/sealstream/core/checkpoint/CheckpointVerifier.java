package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import java.util.List;

/** Tells checkpoints that the known key signed for its own origin from all others. */
public final class CheckpointVerifier {
    private final NoteVerifierKey key;

    /** @param key the one trusted; its name is the origin that checkpoints must have */
    public CheckpointVerifier(NoteVerifierKey key) {
        this.key = key;
    }

    /** What became of a note. */
    public sealed interface Authentication {
        /** The known key signed this. That the ledger agrees with it is another question. */
        record Authenticated(Checkpoint checkpoint) implements Authentication {}

        /** @param reason one line, for people */
        record Refused(String reason) implements Authentication {}
    }

    /**
     * Lines by other keys are ignored. One by the known key that does not verify makes the whole note worthless (C2SP
     * {@code signed-note}), even beside one that does.
     *
     * @param note whatever was found where a checkpoint should be
     */
    public Authentication authenticate(Bytes note) {
        try {
            return authenticate(SignedNote.parse(note));
        } catch (NoteFormatException e) {
            return new Authentication.Refused(e.getMessage());
        }
    }

    private Authentication authenticate(SignedNote note) {
        List<NoteSignature> ours = note.signatures().stream()
                .filter(signature -> signature.key().equals(key.id()))
                .toList();
        if (ours.isEmpty()) {
            return new Authentication.Refused("none of its signatures is by " + key.id());
        }
        if (!ours.stream().allMatch(signature -> key.verify(note.text(), signature))) {
            return new Authentication.Refused("a signature by " + key.id() + " does not verify");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(key.name())) {
            return new Authentication.Refused("its origin is " + NoteFormatException.quoted(checkpoint.origin())
                    + ", and the key is for " + key.name());
        }
        return new Authentication.Authenticated(checkpoint);
    }
}
