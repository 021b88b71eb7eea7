package io.sealstream.command;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command threw into one line on standard error and an exit code. */
final class Failures {
    /** Set to 1, it adds the stack trace to the line. */
    private static final String DEBUG = "SEALSTREAM_DEBUG";

    private final boolean debug;

    Failures(Map<String, String> environment) {
        debug = "1".equals(environment.get(DEBUG));
    }

    int badArguments(ParameterException e, String[] args) {
        CommandLine commandLine = e.getCommandLine();
        String command = commandLine.getCommandSpec().qualifiedName();
        String message = OneLine.of(String.valueOf(e.getMessage())) + suggestion(e) + " (see " + command + " --help)";
        return print(commandLine.getErr(), command, new CommandFailure(ExitCode.USAGE, message, e), "");
    }

    int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
        String command = commandLine.getCommandSpec().qualifiedName();
        return print(commandLine.getErr(), command, e, ConnectionOptions.addressOf(commandLine.getCommandSpec()));
    }

    /** @param address of the brokers, or empty where the command knows none */
    int print(PrintWriter err, String command, Throwable thrown, String address) {
        CommandFailure failure = FailureOf.thrown(thrown, address);
        err.println(command + ": " + failure.line());
        if (debug) {
            thrown.printStackTrace(err);
        }
        return failure.exitCode().number();
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + unmatched.getSuggestions().getFirst() + "?";
        }
        return "";
    }
}
