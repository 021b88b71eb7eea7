package io.sealstream.verifier.checkpoint;

import io.sealstream.core.Bytes;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.CheckpointVerifier;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication;
import io.sealstream.core.checkpoint.NoteFormatException;
import io.sealstream.core.checkpoint.NoteVerifierKey;
import io.sealstream.core.checkpoint.SignedNote;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.key.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it was given, before anyone knows what it is worth.
 *
 * @param name for messages: the file that it is from
 * @param note what stands in it
 * @param key the key that was given with it; null leaves it to the genesis
 */
public record CheckpointClaim(
        String name, Bytes note, @Nullable NoteVerifierKey key) {
    /** @param genesis of the ledger that is read; empty where it has no good one */
    public Standing standing(Optional<Genesis> genesis) {
        Optional<NoteVerifierKey> trusted = Optional.ofNullable(key).or(() -> genesis.flatMap(CheckpointClaim::keyOf));
        Standing standing = trusted.map(this::authenticate).orElseGet(() -> read(genesis));
        return standing instanceof Standing.Trusted(Checkpoint checkpoint, String by)
                ? fitting(checkpoint, by, genesis)
                : standing;
    }

    /** What it says, whoever signed it; the largest number where it can't be read, which is refused in any case. */
    public long size() {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text()).size();
        } catch (NoteFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Standing authenticate(NoteVerifierKey trusted) {
        return switch (new CheckpointVerifier(trusted).authenticate(note)) {
            case Authentication.Authenticated(Checkpoint checkpoint) ->
                new Standing.Trusted(checkpoint, trusted.id().toString());
            case Authentication.Refused(String reason) -> new Standing.Refused(reason);
        };
    }

    private static Standing fitting(Checkpoint checkpoint, String by, Optional<Genesis> genesis) {
        Optional<String> other = genesis.map(Genesis::origin).filter(origin -> !origin.equals(checkpoint.origin()));
        if (other.isPresent()) {
            return new Standing.Refused(
                    "it is of " + checkpoint.origin() + ", and this ledger's origin is " + other.get());
        }
        return checkpoint.size() == 0
                ? new Standing.Refused("its size is 0, so there is nothing to compare with it")
                : new Standing.Trusted(checkpoint, by);
    }

    private Standing read(Optional<Genesis> genesis) {
        String why = genesis.isPresent()
                ? "the genesis names no checkpoint key, and no --checkpoint-vkey was given"
                : "the ledger has no good genesis that could name a key, and no --checkpoint-vkey was given";
        try {
            return new Standing.Unauthenticated(
                    Checkpoint.parse(SignedNote.parse(note).text()), why);
        } catch (NoteFormatException e) {
            return new Standing.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<NoteVerifierKey> keyOf(Genesis genesis) {
        PublicKey checkpointKey = genesis.checkpointKey();
        return checkpointKey == null
                ? Optional.empty()
                : Optional.of(new NoteVerifierKey(genesis.origin(), checkpointKey));
    }
}
