package io.sealstream.gateway;

import io.sealstream.command.CommandRunner;
import picocli.CommandLine.Command;

/** The command that serves a ledger over gRPC and HTTP. */
@Command(
        name = "sealstream",
        description = "Takes events for a ledger, and gives them back, over gRPC and HTTP.",
        subcommands = RunGatewayCommand.class)
public final class GatewayCommand {
    private GatewayCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        return CommandRunner.runService(new GatewayCommand(), args);
    }
}
