package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import picocli.CommandLine.Option;

/** How many read a ledger at once; a picocli mixin. */
final class ReadersOption {
    private static final String NAME = "--readers";
    private static final int MOST = 8;

    @Option(
            names = NAME,
            paramLabel = "1-8",
            defaultValue = "1",
            description =
                    "How many read the ledger at once, each other pieces of it (${DEFAULT-VALUE}). More than one helps"
                            + " where brokers are far away: one waits for each answer. On the same machine it does not.")
    private int readers = 1;

    /** @throws CommandFailure where it is none that makes sense */
    int count() {
        if (readers < 1 || readers > MOST) {
            throw CommandFailure.usage(NAME + "=" + readers + " is not 1 to " + MOST);
        }
        return readers;
    }
}
