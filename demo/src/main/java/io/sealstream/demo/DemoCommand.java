package io.sealstream.demo;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.CommandRunner;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code demo}. */
@Command(
        name = "demo",
        description = "Starts a Kafka broker of its own, makes a ledger, seals events, verifies them, then tampers with"
                + " copies in seven ways and shows that each is caught.",
        exitCodeList = {"0:everything was as expected", "2:wrong arguments", "5:something was not: the lines say what"},
        footer = {
            "  sealstream demo",
            "  sealstream demo --count 50000",
            "  sealstream demo --events my-events.jsonl --keep demo-files"
        })
public final class DemoCommand extends SealstreamCommand {
    private static final int FEWEST = 10;
    /** The demo holds the ledger in memory, to tamper with it. */
    private static final int MOST = 200_000;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Seal your own events: JSON Lines as submit takes them.")
    private @Nullable Path events;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many made-up events to seal (by default ${DEFAULT-VALUE}).",
            defaultValue = "5000")
    private int count;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Leave broker data, keys, copies and reports in this directory, which must be new or empty.")
    private @Nullable Path keep;

    /** The program: {@code demo} is its only command. */
    @Command(name = "sealstream", subcommands = DemoCommand.class)
    private static final class Program {}

    public static void main(String[] args) {
        System.exit(CommandRunner.run(new Program(), args));
    }

    @Override
    protected ExitCode run() throws Exception {
        if (count < FEWEST || count > MOST) {
            throw CommandFailure.usage("--count=" + count + " is not allowed: " + FEWEST + " to " + MOST);
        }
        if (events != null && !Files.isReadable(events)) {
            throw CommandFailure.usage("--events=" + events + " can't be read; give a file of JSON Lines");
        }
        try (DemoDirectory directory = DemoDirectory.open(keep)) {
            return new Demo(directory, events, count, new Narrator(out(), colours())).run()
                    ? ExitCode.OK
                    : ExitCode.ERROR;
        }
    }
}
