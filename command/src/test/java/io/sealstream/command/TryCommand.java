package io.sealstream.command;

import java.io.IOException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command line with one command, which does what the tests ask. */
@Command(name = "sealstream", description = "Tries things.", subcommands = TryCommand.Try.class)
final class TryCommand {
    private TryCommand() {}

    public static void main(String[] args) {
        System.exit(CommandRunner.run(new TryCommand(), args));
    }

    @Command(
            name = "try",
            description = "Tries one thing.",
            exitCodeList = {"0:it worked", "5:it did not"},
            footer = "  sealstream try result")
    static final class Try extends SealstreamCommand {
        @Parameters(paramLabel = "WHAT")
        private String what = "";

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Override
        protected ExitCode run() throws Exception {
            switch (what) {
                case "result" -> out().println("a result, in UTF-8: ü");
                case "log" -> log();
                case "reject" -> throw new CommandFailure(ExitCode.REJECTED, "2 events\nwere rejected");
                case "bug" -> throw new IllegalStateException("never thought of");
                case "error" -> throw new StackOverflowError();
                case "connect" -> connect(connection.connection());
                default -> throw CommandFailure.usage(what + " is not known");
            }
            return ExitCode.OK;
        }

        private static void log() {
            LogFormat.JSON.use();
            LoggerFactory.getLogger(TryCommand.class)
                    .warn("two\nlines, \"{}\"", "quoted\u0001", new IllegalStateException("why", new IOException("ü")));
        }

        private static void connect(ConnectionSettings settings) throws Exception {
            try (Admin admin = Admin.create(settings.clientProperties())) {
                admin.describeCluster().clusterId().get();
            }
        }
    }
}
