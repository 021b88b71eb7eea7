package io.sealstream.follower;

import java.nio.file.Path;

/** The directory can't be used. The message is one line that names it and says what to do. */
public abstract sealed class StateDirectoryException extends RuntimeException {
    private StateDirectoryException(String message) {
        super(message);
    }

    /** Another process works in it. */
    public static final class InUse extends StateDirectoryException {
        InUse(Path directory) {
            super("the state directory " + directory
                    + " is in use by another process; stop that one, or give this one a directory of its own");
        }
    }

    /** It holds what was folded from another ledger. */
    public static final class Foreign extends StateDirectoryException {
        Foreign(Path directory, Identity found, Identity expected) {
            super("the state directory " + directory + " belongs to " + found + ", not to " + expected
                    + "; give this ledger a directory of its own");
        }
    }

    /** It can't be read or written. */
    public static final class Unusable extends StateDirectoryException {
        Unusable(Path directory, Exception cause) {
            super("the state directory " + directory + " can't be used: " + cause.getMessage());
            initCause(cause);
        }
    }
}
