package io.sealstream.sealer;

import io.sealstream.command.CommandRunner;
import picocli.CommandLine.Command;

/** The commands that make a ledger and seal. */
@Command(
        name = "sealstream",
        description = "Makes ledgers, and seals what is submitted to them.",
        subcommands = {InitCommand.class, RunSealerCommand.class})
public final class SealerCommand {
    private SealerCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        boolean service = args.length > 0 && args[0].equals("sealer");
        return service
                ? CommandRunner.runService(new SealerCommand(), args)
                : CommandRunner.run(new SealerCommand(), args);
    }
}
