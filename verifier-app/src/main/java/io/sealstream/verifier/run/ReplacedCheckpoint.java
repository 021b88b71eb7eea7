package io.sealstream.verifier.run;

import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.verify.Verification;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checkpoint that stands where a new one is to be left. It is replaced only if the ledger contains what it has seen. */
final class ReplacedCheckpoint {
    private final @Nullable CheckpointTarget target;
    private @Nullable Checkpoint earlier;
    private @Nullable IOException unreadable;
    private @Nullable Verification verification;

    /** @param target null where no checkpoint is to be left */
    ReplacedCheckpoint(@Nullable CheckpointTarget target) {
        this.target = target;
        try {
            earlier = target == null ? null : target.earlier().orElse(null);
        } catch (IOException e) {
            unreadable = e;
        }
    }

    /** The largest number where there is none. */
    long size() {
        return earlier == null ? Long.MAX_VALUE : earlier.size();
    }

    /** Before {@code ledger} passes the checkpoint's size. */
    void compareWith(Verification ledger) {
        verification = ledger;
        if (earlier != null) {
            ledger.wantRootAt(earlier.size());
        }
    }

    /** @throws IOException where what stands there can't be read, or the ledger called {@code origin} does not contain it */
    void requireContained(String origin) throws IOException {
        if (unreadable != null) {
            throw unreadable;
        }
        if (earlier == null || target == null) {
            return;
        }
        Optional<Hash> root = verification == null ? Optional.empty() : verification.rootAt(earlier.size());
        if (!earlier.origin().equals(origin) || !root.equals(Optional.of(earlier.root()))) {
            throw new IOException(
                    target.file() + " holds a checkpoint of " + earlier.size() + " records of " + earlier.origin()
                            + ", and this ledger disagrees with it; verify with --checkpoint " + target.file());
        }
    }
}
