package io.sealstream.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs a command line to its exit code: results on standard output, all else on standard error, failures as one line.
 *
 * <p>A {@code main} is {@code System.exit(CommandRunner.run(new ClientCommand(), args))}. The root command's class holds
 * no logger: logging is set up here.
 */
public final class CommandRunner {
    private CommandRunner() {}

    /** Runs a command whose Kafka clients are plain ones: quiet logs, and no configuration read from elsewhere. */
    public static int run(Object root, String... args) {
        System.setProperty("org.apache.kafka.automatic.config.providers", "none");
        return execute(root, args);
    }

    /** Runs what stays up, Kafka Streams too: it logs what it does. */
    public static int runService(Object root, String... args) {
        LogLevels.ofService();
        return execute(root, args);
    }

    private static int execute(Object root, String... args) {
        PrintWriter out = utf8(System.out);
        PrintWriter err = utf8(System.err);
        Failures failures = new Failures(System.getenv());
        try {
            CommandLine commandLine = new CommandLine(root)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.colours(System.getenv())))
                    .setParameterExceptionHandler(failures::badArguments)
                    .setExecutionExceptionHandler(failures::failed);
            addHelp(commandLine);
            int exitCode = commandLine.execute(args);
            if (exitCode == ExitCode.OK.number() && out.checkError()) {
                err.println(
                        "sealstream: standard output could not be written, so the result is lost; write it elsewhere");
                return ExitCode.ERROR.number();
            }
            return exitCode;
        } catch (Throwable e) { // picocli lets errors through, and a JVM that dies of one exits with 1
            return failures.print(err, "sealstream", e, "");
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** To what has none of its own: a root or a group that only has commands below it. */
    private static void addHelp(CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        if (!spec.mixinStandardHelpOptions()) {
            spec.mixinStandardHelpOptions(true)
                    .versionProvider(new Version())
                    .usageMessage()
                    .synopsisSubcommandLabel("COMMAND");
        }
        commandLine.getSubcommands().values().forEach(CommandRunner::addHelp);
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new PrintStream(stream, false, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
    }
}
