package io.sealstream.verifier.state;

import org.jspecify.annotations.Nullable;

/** What is in the directory is not what a run has left there. Nothing of it is believed; the message says why. */
public final class DamagedStateException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedStateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
