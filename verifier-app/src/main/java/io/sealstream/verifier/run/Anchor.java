package io.sealstream.verifier.run;

import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verification;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import io.sealstream.verifier.checkpoint.Standing;
import io.sealstream.verifier.report.NotChecked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ties the ledger to something outside of it: the checkpoint that was given, if any.
 *
 * <p>One that is trusted is for the core to judge. Any other proves nothing about the ledger and is never a fault; but whoever
 * gives a checkpoint wants the ledger compared with it, so that a refused one, or one that the ledger disagrees with, leaves
 * the run UNANCHORED.
 */
final class Anchor {
    private static final String TAIL = "That the tail was not cut off, or rewritten as a whole: ";

    private final @Nullable CheckpointClaim claim;
    private final boolean isRequired;
    private @Nullable Standing standing;

    Anchor(@Nullable CheckpointClaim claim, boolean isRequired) {
        this.claim = claim;
        this.isRequired = isRequired;
    }

    /** Of the checkpoint that was given, whatever it is worth; the largest number where there is none. */
    long size() {
        return claim == null ? Long.MAX_VALUE : claim.size();
    }

    /** When the first record is known, which may name the key. */
    void begin(Verification verification) {
        if (claim == null || standing != null) {
            return;
        }
        standing = claim.standing(verification.genesis());
        switch (standing) {
            case Standing.Trusted(Checkpoint checkpoint, String key) ->
                verification.expect(new TrustedCheckpoint(checkpoint.size(), checkpoint.root()));
            case Standing.Unauthenticated(Checkpoint checkpoint, String why) ->
                verification.wantRootAt(checkpoint.size());
            case Standing.Refused refused -> {}
        }
    }

    /** @param atEnd whether the ledger was read to its end, so that a trusted checkpoint was judged */
    void conclude(Verification verification, boolean atEnd, Coverage coverage) {
        switch (standing) {
            case null -> {
                coverage.notChecked(notChecked(TAIL + "no checkpoint was given."));
                if (isRequired) {
                    coverage.doubt(Doubt.NO_TRUSTED_CHECKPOINT, "--require-checkpoint, and no --checkpoint was given");
                }
            }
            case Standing.Trusted trusted -> trusted(trusted, atEnd, coverage);
            case Standing.Refused(String why) -> {
                coverage.notChecked(notChecked(TAIL + "the checkpoint was refused."));
                coverage.doubt(Doubt.NO_TRUSTED_CHECKPOINT, name() + " is refused: " + why);
            }
            case Standing.Unauthenticated unauthenticated ->
                unauthenticated(
                        unauthenticated,
                        verification.rootAt(unauthenticated.checkpoint().size()),
                        atEnd,
                        coverage);
        }
    }

    private void trusted(Standing.Trusted trusted, boolean atEnd, Coverage coverage) {
        if (atEnd) {
            coverage.checked(String.format(
                    "That the ledger contains the %d records of the checkpoint %s, signed by %s.",
                    trusted.checkpoint().size(), name(), trusted.key()));
        } else {
            coverage.notChecked(notChecked("The checkpoint " + name() + ": the end was not reached."));
        }
    }

    private void unauthenticated(
            Standing.Unauthenticated unauthenticated, Optional<Hash> root, boolean atEnd, Coverage coverage) {
        boolean isCompared = atEnd || root.isPresent();
        boolean disagrees = isCompared
                && !root.equals(Optional.of(unauthenticated.checkpoint().root()));
        String message = String.format(
                "%s is not authenticated: %s; the ledger %s it",
                name(),
                unauthenticated.why(),
                disagrees ? "disagrees with" : isCompared ? "agrees with" : "was not compared with");
        coverage.notChecked(notChecked(TAIL + "the checkpoint " + message + "."));
        if (disagrees || isRequired) {
            coverage.doubt(Doubt.NO_TRUSTED_CHECKPOINT, "the checkpoint " + message);
        }
    }

    private static NotChecked notChecked(String line) {
        return NotChecked.of(line, FaultKind.CHECKPOINT_TRUNCATED, FaultKind.CHECKPOINT_MISMATCH);
    }

    private String name() {
        return claim == null ? "none" : claim.name();
    }
}
