package io.sealstream.client;

import io.sealstream.command.CommandRunner;
import picocli.CommandLine.Command;

/** The commands of those who write to a ledger. */
@Command(
        name = "sealstream",
        description = "Makes keys, registers them, and submits events.",
        subcommands = {KeygenCommand.class, KeyCommand.class, SubmitCommand.class})
public final class ClientCommand {
    private ClientCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        return CommandRunner.run(new ClientCommand(), args);
    }
}
