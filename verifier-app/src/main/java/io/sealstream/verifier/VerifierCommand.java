package io.sealstream.verifier;

import io.sealstream.command.CommandRunner;
import io.sealstream.command.Version;
import picocli.CommandLine.Command;

/** The commands of those who check a ledger. The first argument is the command's word. */
@Command(
        name = "sealstream",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Verify, export and look at a ledger and at what it needs, and explain what was found.",
        subcommands = {
            VerifyCommand.class,
            ExportCommand.class,
            ShowCommand.class,
            HeadCommand.class,
            ExplainCommand.class,
            DoctorCommand.class
        })
public final class VerifierCommand {
    private VerifierCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        return CommandRunner.run(new VerifierCommand(), args);
    }
}
