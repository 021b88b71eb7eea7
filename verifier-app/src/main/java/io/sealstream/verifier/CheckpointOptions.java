package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import io.sealstream.command.files.WholeFile;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SigningKey;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import io.sealstream.verifier.checkpoint.CheckpointFiles;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The checkpoints of a verification: the one that it is given, and the one that it leaves; a picocli mixin. */
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint from an earlier run, which the ledger must contain.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--checkpoint-vkey",
            paramLabel = "VKEY|FILE",
            description =
                    "The key that the checkpoint must be signed with, as C2SP writes it (name+hash+key), or a file "
                            + "that has it. Else it is the one that the genesis names.")
    private @Nullable String vkey;

    @Option(
            names = "--require-checkpoint",
            description = "Be UNANCHORED without a checkpoint that is signed by such a key.")
    private boolean isRequired;

    @Option(
            names = "--write-checkpoint",
            paramLabel = "FILE",
            description = "Where to leave a checkpoint when the ledger is VERIFIED.")
    private @Nullable Path target;

    @Option(
            names = "--checkpoint-key",
            paramLabel = "FILE",
            description = "The Ed25519 key to sign it with: PKCS#8 in PEM, mode 0600.")
    private @Nullable Path key;

    /** Null where none was given. */
    @Nullable
    CheckpointClaim claim() {
        if (checkpoint != null) {
            return CheckpointFiles.claim(checkpoint, vkey);
        }
        if (vkey != null) {
            throw CommandFailure.usage("--checkpoint-vkey=" + vkey + " is of no use without --checkpoint FILE");
        }
        return null;
    }

    /** Null where none is to be left. */
    @Nullable
    CheckpointTarget target() {
        if (target == null && key == null) {
            return null;
        }
        if (target == null || key == null) {
            throw CommandFailure.usage("--write-checkpoint FILE and --checkpoint-key FILE go together; give both");
        }
        WholeFile.requirePlace("--write-checkpoint", target);
        return new CheckpointTarget(target, signingKey(key));
    }

    boolean isRequired() {
        return isRequired;
    }

    private static SigningKey signingKey(Path file) {
        try {
            return Ed25519SigningKey.fromPem(SecretFile.read("--checkpoint-key", file));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--checkpoint-key " + file + ": " + e.getMessage());
        }
    }
}
