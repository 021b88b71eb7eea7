package io.sealstream.verifier.run;

/** A run was given the state of another ledger. The message is one line. */
final class OtherLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherLedgerException(String message) {
        super(message);
    }
}
