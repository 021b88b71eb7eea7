package io.sealstream.reader;

import java.io.IOException;

/** Nothing could be read at all. The message is one line that names the address, topic or file, and says what to do. */
public final class LedgerUnreadableException extends IOException {
    private final Reason reason;

    public enum Reason {
        /** Nobody answers at the address in time. */
        UNREACHABLE,
        /** The topic or file is not there. */
        MISSING,
        NOT_PERMITTED,
        OTHER
    }

    LedgerUnreadableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    LedgerUnreadableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
