package io.sealstream.benchmarks;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.CommandRunner;
import io.sealstream.command.ExitCode;
import io.sealstream.command.OneLine;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.command.files.WholeFile;
import io.sealstream.kafka.local.LocalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench}. */
@Command(
        name = "bench",
        description =
                "Measures how fast events are sealed and ledgers verified, beside floors of the same run: what Kafka"
                        + " does on this machine when nothing is sealed. On a broker of its own, or on yours.",
        exitCodeList = {"0:everything was measured", "2:wrong arguments", "5:something failed: the line says what"},
        footer = {
            "  sealstream bench --quick",
            "  sealstream bench --plot latency.svg --format json",
            "  sealstream bench --only copy.eos,seal.recorded --runs 5",
            "  sealstream bench --bootstrap-server broker:9092 --command-config client.properties"
        })
public final class BenchCommand extends SealstreamCommand {
    private static final int MOST_RUNS = 100;
    private static final int TRIES = 5;

    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description =
                    "Measure on these brokers. Ledgers are made there, and deleted again; by default, one broker runs"
                            + " in this process.")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, as Kafka's own tools take them: security, for example.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--quick",
            description =
                    "One run of less: within three minutes on two cores, without fail-overs and without what takes 10"
                            + " million events.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME[,NAME...]",
            split = ",",
            description = "Only these figures, and those that are measured with them.")
    private Set<String> only = Set.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often all of it is measured; medians count (by default 3, with --quick 1).")
    private @Nullable Integer runs;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Of the results (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write the curve of latency to this file, as SVG.")
    private @Nullable Path plot;

    /** The program: {@code bench} is its only command. */
    @Command(name = "sealstream", subcommands = BenchCommand.class)
    private static final class Program {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        return CommandRunner.run(new Program(), args);
    }

    @Override
    protected ExitCode run() throws Exception {
        Suite suite = Suite.of(scale());
        requireKnown(suite);
        int times = times();
        if (plot != null) {
            WholeFile.requirePlace("--plot", plot);
        }
        Path directory = Files.createTempDirectory("sealstream-bench-");
        ExitCode code = bootstrapServer != null
                ? measure(suite, times, Cluster.at(bootstrapServer, commandConfig), directory, Bench::deleteAll)
                : onBrokerOfOurs(suite, times, directory);
        delete(directory);
        return code;
    }

    private ExitCode onBrokerOfOurs(Suite suite, int times, Path directory) {
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            return measure(suite, times, Cluster.of(broker), directory, bench -> broker.close());
        }
    }

    private Scale scale() {
        return quick ? Scale.QUICK : Scale.FULL;
    }

    private void requireKnown(Suite suite) {
        List<String> names = suite.figures().stream().map(Figure::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw CommandFailure.usage("--only=" + name + " is not allowed: " + String.join(", ", names));
        });
    }

    private int times() {
        int times = runs == null ? quick ? 1 : 3 : runs;
        if (times < 1 || times > MOST_RUNS) {
            throw CommandFailure.usage("--runs=" + times + " is not allowed: 1 to " + MOST_RUNS);
        }
        return times;
    }

    /** @param leave what becomes of the brokers where a signal ends all */
    private ExitCode measure(Suite suite, int times, Cluster cluster, Path directory, Consumer<Bench> leave) {
        Set<String> wanted = suite.withFloors(only);
        Results results = new Results(suite.figures());
        Bench bench = new Bench(cluster, directory, scale(), wanted, err());
        Runnable cleaning = () -> {
            bench.end();
            leave.accept(bench);
            delete(directory);
        };
        Optional<Exception> failure;
        boolean isShown;
        try (Ending ending = new Ending(cleaning);
                bench) {
            err().println("names on the brokers begin with " + bench.prefix() + ", logs are in " + directory);
            failure = new Runs(suite.measuring(wanted), times, err()).measure(bench, results);
            isShown = show(results);
        }
        if (failure.isPresent() && !bench.isEnding()) {
            throw brokenOff(failure.get(), directory);
        }
        return isShown ? ExitCode.OK : ExitCode.ERROR;
    }

    private static RuntimeException brokenOff(Exception e, Path directory) {
        return e instanceof RuntimeException unforeseen
                ? unforeseen
                : new CommandFailure(ExitCode.ERROR, e.getMessage() + "; logs are in " + directory, e);
    }

    /** @return whether all was written */
    private boolean show(Results results) {
        Machine machine = Machine.here();
        out().print(format == Format.JSON ? JsonResults.of(machine, results) : Table.of(machine, results));
        out().flush();
        LatencyPlot latencies = new LatencyPlot(results, scale().rates());
        return plot == null || latencies.isEmpty() || draw(latencies, plot);
    }

    private boolean draw(LatencyPlot latencies, Path file) {
        try {
            Files.writeString(file, latencies.svg());
            return true;
        } catch (IOException e) {
            err().println(spec().qualifiedName() + ": --plot=" + file + " was not written: "
                    + OneLine.of(e.toString()));
            return false;
        }
    }

    /** As much of it as can be: where the program is being ended, others are still at work there. */
    private static void delete(Path directory) {
        for (int tries = 0; tries < TRIES && Files.exists(directory); tries++) {
            try {
                Utils.delete(directory.toFile());
            } catch (IOException e) {
                // The next try's, or whoever's who clears what is temporary.
            }
        }
    }
}
