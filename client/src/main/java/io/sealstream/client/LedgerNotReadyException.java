package io.sealstream.client;

import java.io.IOException;

/** The topics are there, but no ledger is in them, or another one. The message is one line that says which. */
public final class LedgerNotReadyException extends IOException {
    private static final long serialVersionUID = 1L;

    public LedgerNotReadyException(String message) {
        super(message);
    }
}
