package io.sealstream.verifier.run;

import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checkpoint that stands where a new one is to be left. It is replaced only if the ledger contains what it has seen. */
final class ReplacedCheckpoint implements RootWatch {
    private final @Nullable CheckpointTarget target;
    private @Nullable Checkpoint earlier;
    private @Nullable IOException unreadable;
    private @Nullable Hash root;

    /** @param target null where no checkpoint is to be left */
    ReplacedCheckpoint(@Nullable CheckpointTarget target) {
        this.target = target;
        try {
            earlier = target == null ? null : target.earlier().orElse(null);
        } catch (IOException e) {
            unreadable = e;
        }
    }

    @Override
    public boolean wantsRootAt(long size) {
        return earlier != null && earlier.size() == size;
    }

    @Override
    public void note(Frontier frontier) {
        if (wantsRootAt(frontier.size())) {
            root = frontier.root();
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
        if (!earlier.origin().equals(origin) || !Optional.of(earlier.root()).equals(Optional.ofNullable(root))) {
            throw new IOException(
                    target.file() + " holds a checkpoint of " + earlier.size() + " records of " + earlier.origin()
                            + ", and this ledger disagrees with it; verify with --checkpoint " + target.file());
        }
    }
}
