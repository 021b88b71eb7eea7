package io.sealstream.verifier.run;

import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for besides reading a ledger.
 *
 * @param claim the checkpoint that was given, or null
 * @param requiresCheckpoint whether a run without a trusted one is UNANCHORED
 * @param target where a VERIFIED run leaves a checkpoint, or null
 * @param verifiesSignatures false leaves out those of ordinary events
 * @param schemes what signatures are computed with
 * @param state a directory with what an earlier run has left, and for what this one leaves; or null
 */
public record Asked(
        @Nullable CheckpointClaim claim,
        boolean requiresCheckpoint,
        @Nullable CheckpointTarget target,
        boolean verifiesSignatures,
        SignatureSchemes schemes,
        @Nullable Path state) {
    /** To read the whole, and no more. */
    public static final Asked FOR_A_VERDICT = new Asked(null, false, null, true, SignatureSchemes.supported(), null);
}
