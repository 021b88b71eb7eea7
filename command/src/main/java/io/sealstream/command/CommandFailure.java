package io.sealstream.command;

import org.jspecify.annotations.Nullable;

/**
 * A failure that was foreseen: its message is the one line that people see, and says what failed, where, and what to do.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    public CommandFailure(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Wrong arguments or configuration: the message names the key, its value and what is allowed. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message on one line. */
    public String line() {
        return OneLine.of(String.valueOf(getMessage()));
    }
}
