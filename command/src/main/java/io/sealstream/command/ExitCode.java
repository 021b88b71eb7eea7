package io.sealstream.command;

/** Every exit code of every command. Never 1: a crashed JVM and a shell give that too. */
public enum ExitCode {
    /** It was done; for {@code verify}: VERIFIED. */
    OK(0),
    /** Wrong arguments or configuration. Nothing was done. */
    USAGE(2),
    /** The end was not reached, or an outcome stayed unknown. Says nothing about the ledger. */
    INCOMPLETE(3),
    /** A trusted checkpoint was required and none was given. */
    UNANCHORED(4),
    /** It could not be done: no broker, no topic, no permission, or something that nobody foresaw. */
    ERROR(5),
    /** Events were rejected. */
    REJECTED(6),
    /** The ledger has at least one fault. */
    TAMPERED(10);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process ends with. */
    public int number() {
        return number;
    }
}
