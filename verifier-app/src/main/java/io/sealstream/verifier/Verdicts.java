package io.sealstream.verifier;

import io.sealstream.command.ExitCode;
import io.sealstream.core.verify.Verdict;

/** The one place where a verification's exit code is decided. */
final class Verdicts {
    private Verdicts() {}

    /** @param isDelivered whether the report went everywhere it was to go; else that is an error, after TAMPERED alone */
    static ExitCode exitCode(Verdict verdict, boolean isDelivered) {
        boolean isError = !isDelivered && verdict.compareTo(Verdict.ERROR) > 0;
        return switch (isError ? Verdict.ERROR : verdict) {
            case VERIFIED -> ExitCode.OK;
            case TAMPERED -> ExitCode.TAMPERED;
            case INCOMPLETE -> ExitCode.INCOMPLETE;
            case UNANCHORED -> ExitCode.UNANCHORED;
            case ERROR -> ExitCode.ERROR;
        };
    }
}
